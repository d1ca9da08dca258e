using System.Text.Json;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>Reads the all-sites response.</summary>
internal static class SiteFeed
{
    public static SiteReport Read(ReadOnlyMemory<byte> body, DateTimeOffset fetchedAt, string? charset = null, DateTimeOffset? receivedAt = null)
    {
        SiteJson json = Parse(FeedText.ToUtf8(body, charset, out string? encoding));
        List<SiteReading> sites = new(json.Rows.Count);
        List<Finding> findings = [.. SiteDrift.Find(json)];
        if (encoding is not null)
        {
            SiteRows.Note(findings, FindingKind.NotUtf8, null, FeedText.Message(HydrometFeed.AllSites, encoding));
        }

        List<SiteRow> rows = new(json.Rows.Count);
        Dictionary<SiteId, int> places = Collect(json, (receivedAt ?? fetchedAt) + ReportCycle.ClockSkew, rows, findings, out int skipped);
        foreach ((SiteId id, int place) in places)
        {
            sites.Add(new SiteReading(SiteRows.ToSite(id, rows[place], findings), rows[place]));
        }

        if (sites.Count == 0)
        {
            throw Broken("The all-sites response has no site. LCRA may be rewriting it: try again in a minute.");
        }

        return new SiteReport(
            sites,
            new FeedStatus
            {
                Feed = HydrometFeed.AllSites,
                ReportedAt = rows.Max(row => row.ObservedAt) ?? CentralTime.At(fetchedAt),
                FetchedAt = CentralTime.At(fetchedAt),
                RowCount = json.Rows.Count - skipped,
                SkippedRowCount = skipped,
                UnreadableValueCount = rows.Sum(row => row.UnreadableValues),
            },
            findings);
    }

    // Gives each site's place among the rows.
    private static Dictionary<SiteId, int> Collect(SiteJson json, DateTimeOffset newest, List<SiteRow> rows, List<Finding> findings, out int skipped)
    {
        Dictionary<SiteId, int> places = new(json.Rows.Count);
        skipped = 0;
        foreach (SiteRow? row in json.Rows)
        {
            if (row is null || !SiteId.TryCreate(row.Agency, row.Number, out SiteId id))
            {
                skipped++;
                SiteRows.Note(findings, FindingKind.SkippedRow, null, $"A site of the all-sites response has no usable agency and number ('{FindingList.Shorten($"{row?.Agency}:{row?.Number}")}'); it is left out.");
                continue;
            }

            DateTimeOffset? observed = row.ObservedAt;
            if (row.ClearTimeAfter(newest))
            {
                SiteRows.Note(findings, FindingKind.FutureObservation, id, FormattableString.Invariant($"The observation time {observed:yyyy-MM-dd HH:mm} of {id} in the all-sites response is in the future; it is not used."));
            }

            if (places.TryAdd(id, rows.Count))
            {
                rows.Add(row);
                continue;
            }

            SiteRow other = rows[places[id]];
            rows[places[id]] = SiteRows.Better(other, row);
            SiteRows.Note(findings, FindingKind.DuplicateSite, id, $"The all-sites response has {id} again{(row.HasSameValues(other) ? "" : " with other values")}; the row with a value, then the newer, then the later counts.");
        }

        return places;
    }

    /// <summary>Reads an response, or falls back to an earlier report.</summary>
    public static SiteReport Read(FeedResponse response, SiteReport? earlier)
    {
        if (response.IsUnchanged)
        {
            return earlier!.Confirmed(response);
        }

        if (response.Body is not { } body)
        {
            return earlier?.Failed(response.Failure!) ?? throw response.Failure!;
        }

        try
        {
            SiteReport report = Read(body, response.FetchedAt, response.Charset, response.ReceivedAt);
            return response.IsOlderThan(earlier?.Feed.FetchedAt)
                ? earlier!.Failed(response.Failure!)
                : SiteAcceptance.Judge(report, response, earlier);
        }
        catch (HydrometFormatException failure) when (earlier is not null)
        {
            return earlier.Failed(failure);
        }
    }

    private static SiteJson Parse(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> text = body.Span;
        text = text.Trim(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            throw Broken("The all-sites response is empty. LCRA may be rewriting it: try again in a minute.");
        }

        if (text[0] == '<')
        {
            throw Broken("The all-sites response came as a web page, not as JSON. LCRA may be down or may have blocked the request: try again later.", FindingList.Shorten(text), WebPage.KindOf(text));
        }

        SiteJson json = new();
        try
        {
            json.Read(text);
            return json;
        }
        catch (JsonException malformed)
        {
            throw new HydrometFormatException($"The all-sites response is not the JSON that was expected, at {json.Path}: {malformed.Message}", malformed)
            {
                Feed = HydrometFeed.AllSites,
                Line = malformed.LineNumber + 1,
                Column = json.Path,
            };
        }
    }

    private static HydrometFormatException Broken(string message, string? value = null, HydrometFailureKind kind = HydrometFailureKind.Unreadable) =>
        new(message) { Feed = HydrometFeed.AllSites, Value = value, Kind = kind, IsTransient = true };
}
