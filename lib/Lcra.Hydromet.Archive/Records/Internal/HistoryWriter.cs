using System.Globalization;
using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Writes the records of one request, inside one transaction. Statements that need nothing of each other go to a server together.</summary>
internal sealed class HistoryWriter
{
    private readonly ArchiveSession _session;
    private readonly IncomingRecords _incoming;
    private readonly StoredWindow _window;
    private readonly SiteValues _values;
    private readonly ArchiveRequest _request;
    private readonly long _requestedAt;

    private HistoryWriter(ArchiveSession session, IncomingRecords incoming, StoredWindow window, SiteValues values)
    {
        _session = session;
        _incoming = incoming;
        _window = window;
        _values = values;
        _request = incoming.Request;
        _requestedAt = EpochTime.Seconds(_request.RequestedAt);
    }

    private SqlValue Site => SqlValue.Integer(_window.Site);

    private SqlValue Parameter => SqlValue.Small((int)_incoming.First);

    public static async Task<ArchiveWriteResult> WriteAsync(
        ArchiveSession session, IncomingRecords incoming, DateOnly firstOpenDay, string archive, CancellationToken cancellationToken)
    {
        SiteId site = incoming.Request.Site;
        StoredWindow window = await StoredWindow.BeginAsync(session, incoming, new SiteValues(site, number: null, firstOpenDay, archive), cancellationToken).ConfigureAwait(false);
        return await new HistoryWriter(session, incoming, window, new SiteValues(site, window.Site, firstOpenDay, archive)).WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ArchiveWriteResult> WriteAsync(CancellationToken cancellationToken)
    {
        List<(ValueStore Store, ValueChanges Changes)> all = [(_values.Of(_incoming.First), ValueChanges.Between(_window.FirstValues, _incoming.FirstValues, addsBlanks: true))];
        if (ArchiveParameters.SecondOf(_incoming.First) is { } parameter)
        {
            all.Add((_values.Of(parameter), ValueChanges.Between(_window.SecondValues, _incoming.SecondValues, addsBlanks: false)));
        }

        int withdrawn = all[0].Changes.Withdrawn;
        bool changes = all.Exists(part => part.Changes.IsAny);
        byte[]? digest = _request.Sha256 is { } text ? Convert.FromHexString(text) : null;
        List<SqlStatement> last = [];
        if (!changes && _window.SameRequest(digest) is { } same)
        {
            last.Add(new SqlStatement(ArchiveStatements.RepeatRequest, Take: null, ("@request", SqlValue.Integer(same)), ("@at", SqlValue.Instant(_requestedAt))));
        }
        else
        {
            long request = await AddRequestAsync(digest, cancellationToken).ConfigureAwait(false);
            last.AddRange(Findings(request, withdrawn));
            last.AddRange(await ApplyAsync(all, request, cancellationToken).ConfigureAwait(false));
        }

        if (changes)
        {
            last.Add(new SqlStatement(ArchiveStatements.SetChanged, Take: null, ("@site", Site), ("@parameter", Parameter), ("@at", SqlValue.Instant(_requestedAt))));
        }

        await _session.RunAsync([.. last, .. _window.Covering()], cancellationToken).ConfigureAwait(false);
        foreach (ArchiveParameter unknown in _window.UnknownNewest)
        {
            await _values.Newest(_session).RenewAsync(_window.Site, unknown, cancellationToken).ConfigureAwait(false);
        }

        return new ArchiveWriteResult
        {
            Added = all.Sum(part => part.Changes.Added.Count),
            Corrected = all.Sum(part => part.Changes.Corrected.Count),
            Unchanged = all.Sum(part => part.Changes.Unchanged),
            Withdrawn = withdrawn,
            Findings = _incoming.Findings.All,
        };
    }

    // Gives the statements that are left to do.
    private async Task<List<SqlStatement>> ApplyAsync(List<(ValueStore Store, ValueChanges Changes)> all, long request, CancellationToken cancellationToken)
    {
        List<SqlStatement> left = [];
        Dictionary<long, long> times = all.Exists(part => part.Changes.Corrected.Count > 0)
            ? await _values.RequestTimesAsync(_session, _incoming.First, cancellationToken).ConfigureAwait(false)
            : [];
        foreach ((ValueStore store, ValueChanges change) in all)
        {
            List<ArchivedValue> corrected = [];
            List<SupersededValue> superseded = [];
            ILookup<long, SupersededValue> versions = await VersionsAsync(store, change, times, cancellationToken).ConfigureAwait(false);
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
                    superseded.AddRange(Late(now.WithRequest(request), knownAt, versions[now.Key]));
                }
            }

            await store.SupersedeAsync(_session, superseded, cancellationToken).ConfigureAwait(false);
            await store.WriteAsync(_session, change.Added, request, corrected, cancellationToken).ConfigureAwait(false);
            if (Newest(change.Added, corrected) is { } newest && store.Moving(newest) is { } moving)
            {
                left.Add(moving);
            }
        }

        return left;
    }

    // Both are in order.
    private static ArchivedValue? Newest(IReadOnlyList<ArchivedValue> added, List<ArchivedValue> corrected) =>
        added.Count > 0 && (corrected.Count == 0 || added[^1].Key > corrected[^1].Key) ? added[^1]
        : corrected.Count > 0 ? corrected[^1]
        : null;

    // Only an older response that is stored late comes between the versions that are there.
    private async Task<ILookup<long, SupersededValue>> VersionsAsync(
        ValueStore store, ValueChanges change, Dictionary<long, long> times, CancellationToken cancellationToken)
    {
        long[] late = [.. change.Corrected.Where(pair => times[pair.Before.Request] > _requestedAt).Select(pair => pair.Now.Key)];
        List<SupersededValue> versions = late.Length == 0 ? [] : await store.ReadSupersededAsync(_session, late.Min(), late.Max() + 1, cancellationToken).ConfigureAwait(false);
        return versions.ToLookup(version => version.Value.Key);
    }

    // What is known since stays the newest, and the version before ends where the late one begins.
    private IEnumerable<SupersededValue> Late(ArchivedValue late, long knownAt, IEnumerable<SupersededValue> versions)
    {
        long until = knownAt;
        foreach (SupersededValue version in versions.Where(version => version.BelievedUntil > _requestedAt))
        {
            until = Math.Min(until, version.KnownAt > _requestedAt ? version.KnownAt : version.BelievedUntil);
            if (version.KnownAt < _requestedAt)
            {
                yield return version with { BelievedUntil = _requestedAt };
            }
        }

        yield return new SupersededValue(late, _requestedAt, until);
    }

    private async Task<long> AddRequestAsync(byte[]? digest, CancellationToken cancellationToken)
    {
        (string, SqlValue)[] window = [("@site", Site), ("@parameter", Parameter), ("@first", SqlValue.Day(_request.First)), ("@last", SqlValue.Day(_request.Last))];
        long request = 0;
        await _session.RunAsync(
            [
                new SqlStatement(
                    ArchiveStatements.AddRequest,
                    Take: null,
                    [
                        .. window,
                        ("@at", SqlValue.Instant(_requestedAt)),
                        ("@address", SqlValue.Text(_request.Address?.AbsoluteUri)),
                        ("@status", SqlValue.Small((int?)_request.StatusCode)),
                        ("@rows", SqlValue.Integer(_request.Rows ?? _incoming.FirstValues.Count)),
                        ("@sha256", SqlValue.Bytes(digest)),
                    ]),
                new SqlStatement(ArchiveStatements.AddedRequest, row => request = row.Integer(0), window),
            ],
            cancellationToken).ConfigureAwait(false);
        return request;
    }

    private IEnumerable<SqlStatement> Findings(long request, int withdrawn)
    {
        List<(string Kind, string Message)> notes = [.. _incoming.Findings.All.Select(finding => (finding.Kind.ToString(), finding.Message))];
        if (withdrawn > 0)
        {
            notes.Add(("Withdrawn", string.Create(CultureInfo.InvariantCulture, $"{withdrawn} values of the window are in the archive and not in this response; they stay.")));
        }

        return notes.Select((note, place) => ArchiveTables.Finding.Insertion([SqlValue.Integer(request), SqlValue.Small(place), SqlValue.Text(note.Kind), SqlValue.Text(note.Message)]));
    }
}
