using System.Globalization;
using System.Text;
using System.Text.Json;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Identity.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>Reads the all-sites answer.</summary>
internal static class SiteFeed
{
    private const int MaxFindings = 100;

    public static SiteReport Read(ReadOnlyMemory<byte> body, DateTimeOffset fetchedAt)
    {
        SiteJson json = Parse(body);
        List<SiteReading> sites = new(json.Rows.Count);
        List<Finding> findings = [.. SiteDrift.Find(json)];
        HashSet<SiteId> seen = new(json.Rows.Count);
        int skipped = 0;
        int unreadable = 0;
        DateTimeOffset? newest = null;
        foreach (SiteRow? row in json.Rows)
        {
            if (row is null || !SiteId.TryCreate(row.Agency, row.Number, out SiteId id))
            {
                skipped++;
                Note(findings, FindingKind.SkippedRow, null, $"A site of the all-sites answer has no usable agency and number ('{FindingList.Shorten($"{row?.Agency}:{row?.Number}")}'); it is left out.");
                continue;
            }

            if (!seen.Add(id))
            {
                Note(findings, FindingKind.DuplicateSite, id, $"The all-sites answer has {id} again; the first one counts.");
                continue;
            }

            if (row.UnreadableValues > 0)
            {
                unreadable += row.UnreadableValues;
                Note(findings, FindingKind.UnreadableValue, id, $"{row.UnreadableValues} values of {id} in the all-sites answer cannot be read; they are missing.");
            }

            if (row.ObservedAt > fetchedAt + FeedTable.ClockSkew)
            {
                Note(findings, FindingKind.FutureObservation, id, string.Create(CultureInfo.InvariantCulture, $"The observation time {row.ObservedAt:yyyy-MM-dd HH:mm} of {id} in the all-sites answer is in the future; it is not used."));
                (row.ObservedAt, row.WhyUnobserved, unreadable) = (null, MissingReason.Unreadable, unreadable + 1);
            }

            newest = row.ObservedAt is not null && !(row.ObservedAt <= newest) ? row.ObservedAt : newest;
            sites.Add(new SiteReading(ToSite(id, row), row));
        }

        if (sites.Count == 0)
        {
            throw Broken("The all-sites answer has no site. LCRA may be rewriting it: try again in a minute.");
        }

        return new SiteReport(
            sites,
            new FeedStatus
            {
                Feed = HydrometFeed.AllSites,
                ReportedAt = newest ?? CentralTime.At(fetchedAt),
                FetchedAt = CentralTime.At(fetchedAt),
                RowCount = json.Rows.Count - skipped,
                SkippedRowCount = skipped,
                UnreadableValueCount = unreadable,
            },
            findings);
    }

    /// <summary>Reads an answer, or falls back to an earlier report.</summary>
    public static SiteReport Read(FeedResponse answer, SiteReport? earlier)
    {
        if (answer.IsUnchanged)
        {
            return earlier!.Confirmed(answer);
        }

        if (answer.Body is not { } body)
        {
            return earlier?.Failed(answer.Failure!) ?? throw answer.Failure!;
        }

        try
        {
            SiteReport report = Read(body, answer.FetchedAt);
            return answer.IsOlderThan(earlier?.Feed.FetchedAt)
                ? earlier!.Failed(answer.Failure!)
                : SiteAcceptance.Judge(report, answer, earlier);
        }
        catch (HydrometFormatException failure) when (earlier is not null)
        {
            return earlier.Failed(failure);
        }
    }

    private static SiteJson Parse(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> text = body.Span;
        text = (text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text).Trim(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            throw Broken("The all-sites answer is empty. LCRA may be rewriting it: try again in a minute.");
        }

        if (text[0] == '<')
        {
            throw Broken("The all-sites answer came as a web page, not as JSON. LCRA may be down or may have blocked the request: try again later.", FindingList.Shorten(text), WebPage.KindOf(text));
        }

        SiteJson json = new();
        try
        {
            json.Read(text);
            return json;
        }
        catch (JsonException malformed)
        {
            throw new HydrometFormatException($"The all-sites answer is not the JSON that was expected, at {json.Path}: {malformed.Message}", malformed)
            {
                Feed = HydrometFeed.AllSites,
                Line = malformed.LineNumber + 1,
                Column = json.Path,
            };
        }
    }

    private static Site ToSite(SiteId id, SiteRow row)
    {
        (decimal? latitude, decimal? longitude) = (row[SiteMember.Latitude].Value, row[SiteMember.Longitude].Value);
        bool placed = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && (latitude, longitude) != (0, 0);
        string name = SiteName.Clean(row.Name);
        return new Site
        {
            Id = id,
            Name = name.Length == 0 ? id.Number : name,
            Kind = KindOf(row.Kind),
            Latitude = placed ? latitude : null,
            Longitude = placed ? longitude : null,
        };
    }

    private static SiteKind KindOf(string? type) => type switch
    {
        "rain" => SiteKind.Rain,
        "river" or "ST" => SiteKind.River,
        "lake" or "LK" => SiteKind.Lake,
        "dam" or "damB" => SiteKind.Dam,
        "wtrqua" => SiteKind.WaterQuality,
        "weathr" => SiteKind.Weather,
        _ => SiteKind.Unknown,
    };

    private static void Note(List<Finding> findings, FindingKind kind, SiteId? site, string message)
    {
        if (findings.Count < MaxFindings)
        {
            findings.Add(new Finding { Kind = kind, Feed = HydrometFeed.AllSites, Site = site, Message = message });
        }
    }

    private static HydrometFormatException Broken(string message, string? value = null, HydrometFailureKind kind = HydrometFailureKind.Unreadable) =>
        new(message) { Feed = HydrometFeed.AllSites, Value = value, Kind = kind, IsTransient = true };
}
