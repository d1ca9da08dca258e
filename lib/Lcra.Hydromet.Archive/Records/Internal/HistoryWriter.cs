using System.Globalization;
using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Writes the records of one request, inside one transaction.</summary>
internal sealed class HistoryWriter(ArchiveSession session, IncomingRecords incoming, SiteValues values)
{
    private readonly ArchiveRequest _request = incoming.Request;
    private readonly long _requestedAt = EpochTime.Seconds(incoming.Request.RequestedAt);

    private SqlValue Site => SqlValue.Integer(values.Site);

    private SqlValue Parameter => SqlValue.Small((int)incoming.First);

    public async Task<ArchiveWriteResult> WriteAsync(CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            ArchiveStatements.BeginSiteParameter, cancellationToken, ("@site", Site), ("@parameter", Parameter), ("@at", SqlValue.Instant(_requestedAt))).ConfigureAwait(false);
        (long from, long to) = Window();
        List<(ValueStore Store, ValueChanges Changes)> all = [];
        ValueStore first = values.Of(incoming.First);
        List<ArchivedValue> known = await first.ReadAsync(session, from, to, cancellationToken).ConfigureAwait(false);
        all.Add((first, ValueChanges.Between(known, incoming.FirstValues, addsBlanks: true)));
        if (ArchiveParameters.SecondOf(incoming.First) is { } parameter)
        {
            ValueStore second = values.Of(parameter);
            known = await second.ReadAsync(session, from, to, cancellationToken).ConfigureAwait(false);
            all.Add((second, ValueChanges.Between(known, incoming.SecondValues, addsBlanks: false)));
        }

        bool changes = all.Exists(part => part.Changes.IsAny);
        long request = await StoreRequestAsync(changes, all[0].Changes.Withdrawn, cancellationToken).ConfigureAwait(false);
        if (changes)
        {
            Dictionary<long, long> times = all.Exists(part => part.Changes.Corrected.Count > 0)
                ? await values.RequestTimesAsync(session, incoming.First, cancellationToken).ConfigureAwait(false)
                : [];
            foreach ((ValueStore store, ValueChanges change) in all)
            {
                await ApplyAsync(store, change, request, times, cancellationToken).ConfigureAwait(false);
            }

            await session.ExecuteAsync(
                ArchiveStatements.SetChanged, cancellationToken, ("@site", Site), ("@parameter", Parameter), ("@at", SqlValue.Instant(_requestedAt))).ConfigureAwait(false);
        }

        await CoverAsync(cancellationToken).ConfigureAwait(false);
        return new ArchiveWriteResult
        {
            Added = all.Sum(part => part.Changes.Added.Count),
            Corrected = all.Sum(part => part.Changes.Corrected.Count),
            Unchanged = all.Sum(part => part.Changes.Unchanged),
            Withdrawn = all[0].Changes.Withdrawn,
            Findings = incoming.Findings.All,
        };
    }

    private async Task ApplyAsync(ValueStore store, ValueChanges change, long request, Dictionary<long, long> times, CancellationToken cancellationToken)
    {
        List<ArchivedValue> corrected = [];
        List<SupersededValue> superseded = [];
        foreach ((ArchivedValue before, ArchivedValue now) in change.Corrected)
        {
            long knownAt = times[before.Request];
            if (knownAt <= _requestedAt)
            {
                superseded.Add(new SupersededValue(before, knownAt, _requestedAt));
                corrected.Add(now.WithRequest(request));
            }
            else
            {
                // An older response that is stored late: what is known since stays the newest.
                superseded.Add(new SupersededValue(now.WithRequest(request), _requestedAt, knownAt));
            }
        }

        await store.SupersedeAsync(session, superseded, cancellationToken).ConfigureAwait(false);
        await store.WriteAsync(session, change.Added, request, corrected, cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> StoreRequestAsync(bool changes, int withdrawn, CancellationToken cancellationToken)
    {
        (string, SqlValue)[] window = [("@site", Site), ("@parameter", Parameter), ("@first", SqlValue.Day(_request.First)), ("@last", SqlValue.Day(_request.Last))];
        byte[]? digest = _request.Sha256 is { } text ? Convert.FromHexString(text) : null;
        if (!changes)
        {
            List<(long Id, byte[]? Digest)> before = await session.QueryAsync(
                ArchiveStatements.RequestsOfWindow, row => (row.Integer(0), row.BytesOrNull(1)), cancellationToken, window).ConfigureAwait(false);
            if (before.Find(known => known.Digest.AsSpan().SequenceEqual(digest)) is { Id: > 0 } same)
            {
                await session.ExecuteAsync(ArchiveStatements.RepeatRequest, cancellationToken, ("@request", SqlValue.Integer(same.Id)), ("@at", SqlValue.Instant(_requestedAt))).ConfigureAwait(false);
                return same.Id;
            }
        }

        List<long> added = await session.QueryAsync(
            $"{ArchiveStatements.AddRequest}; {ArchiveStatements.AddedRequest}",
            row => row.Integer(0),
            cancellationToken,
            [
                .. window,
                ("@at", SqlValue.Instant(_requestedAt)),
                ("@address", SqlValue.Text(_request.Address?.AbsoluteUri)),
                ("@status", SqlValue.Small((int?)_request.StatusCode)),
                ("@rows", SqlValue.Integer(_request.Rows ?? incoming.FirstValues.Count)),
                ("@sha256", SqlValue.Bytes(digest)),
            ]).ConfigureAwait(false);
        await StoreFindingsAsync(added[0], withdrawn, cancellationToken).ConfigureAwait(false);
        return added[0];
    }

    private Task StoreFindingsAsync(long request, int withdrawn, CancellationToken cancellationToken)
    {
        List<(string Kind, string Message)> notes = [.. incoming.Findings.All.Select(finding => (finding.Kind.ToString(), finding.Message))];
        if (withdrawn > 0)
        {
            notes.Add(("Withdrawn", string.Create(CultureInfo.InvariantCulture, $"{withdrawn} values of the window are in the archive and not in this response; they stay.")));
        }

        return session.InsertAsync(
            ArchiveTables.Finding,
            [.. notes.Select((note, place) => new[] { SqlValue.Integer(request), SqlValue.Small(place), SqlValue.Text(note.Kind), SqlValue.Text(note.Message) })],
            cancellationToken);
    }

    private (long From, long To) Window() => incoming.First == ArchiveParameter.DailyRainfall
        ? (EpochTime.DaysOf(_request.First), EpochTime.DaysOf(_request.Last) + 1)
        : (EpochTime.Seconds(CentralTime.StartOfDay(_request.First)), EpochTime.Seconds(CentralTime.StartOfDay(_request.Last.AddDays(1))));

    // A day that is not over is covered until the request.
    private Task CoverAsync(CancellationToken cancellationToken) => CoverageValues.AddAsync(
        session,
        values.Site,
        incoming.First,
        EpochTime.Seconds(CentralTime.StartOfDay(_request.First)),
        Math.Min(EpochTime.Seconds(CentralTime.StartOfDay(_request.Last.AddDays(1))), _requestedAt),
        cancellationToken);
}
