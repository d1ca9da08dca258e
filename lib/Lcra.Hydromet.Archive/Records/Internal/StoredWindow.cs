using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>What the archive has of a window before a response of it is stored.</summary>
internal sealed class StoredWindow
{
    private readonly List<(long Start, long End)> _touched = [];
    private readonly List<(long Id, byte[]? Digest)> _requests = [];
    private readonly IncomingRecords _incoming;
    private readonly long _start;
    private readonly long _end;

    private StoredWindow(IncomingRecords incoming)
    {
        _incoming = incoming;
        _start = EpochTime.Seconds(CentralTime.StartOfDay(incoming.Request.First));
        _end = EpochTime.Seconds(CentralTime.StartOfDay(incoming.Request.Last.AddDays(1)));
    }

    /// <summary>Gets the number of the site in the tables.</summary>
    public long Site { get; private set; }

    public List<ArchivedValue> FirstValues { get; private set; } = [];

    public List<ArchivedValue> SecondValues { get; private set; } = [];

    /// <summary>Gets the parameters whose newest reading is to be looked up once, because an earlier version stored it.</summary>
    public List<ArchiveParameter> UnknownNewest { get; } = [];

    // A day that is not over is covered until the request.
    private long CoveredUntil => Math.Min(_end, EpochTime.Seconds(_incoming.Request.RequestedAt));

    /// <summary>Adds the site where it is new, locks its history until the transaction ends, and reads the window, all in one round trip to a server.</summary>
    public static async Task<StoredWindow> BeginAsync(ArchiveSession session, IncomingRecords incoming, SiteValues values, CancellationToken cancellationToken)
    {
        StoredWindow window = new(incoming);
        await session.RunAsync([.. window.Statements(values)], cancellationToken).ConfigureAwait(false);
        window.FirstValues = OrderedValues.Of(window.FirstValues);
        window.SecondValues = OrderedValues.Of(window.SecondValues);
        return window;
    }

    /// <summary>Finds the newest request of the window whose response was the same.</summary>
    public long? SameRequest(byte[]? digest) => _requests.Find(known => known.Digest.AsSpan().SequenceEqual(digest)) is { Id: > 0 } same ? same.Id : null;

    /// <summary>Makes the statements that add the window to what was requested.</summary>
    public IEnumerable<SqlStatement> Covering() => CoverageValues.Adding(Site, _incoming.First, _start, CoveredUntil, _touched);

    private IEnumerable<SqlStatement> Statements(SiteValues values)
    {
        ArchiveRequest request = _incoming.Request;
        ArchiveParameter first = _incoming.First;
        (string, SqlValue)[] site = values.ById();
        (string, SqlValue)[] history = [.. site, ("@parameter", SqlValue.Small((int)first))];
        yield return new SqlStatement(ArchiveStatements.AddSite, Take: null, site);
        yield return new SqlStatement(ArchiveStatements.FindSite, row => Site = row.Integer(0), site);
        yield return new SqlStatement(ArchiveStatements.BeginSiteParameter, Take: null, [.. history, ("@at", SqlValue.Instant(EpochTime.Seconds(request.RequestedAt)))]);
        (long from, long to) = first == ArchiveParameter.DailyRainfall ? (EpochTime.DaysOf(request.First), EpochTime.DaysOf(request.Last) + 1) : (_start, _end);
        yield return values.Of(first).Reading(from, to, withRequests: true, FirstValues);
        if (ArchiveParameters.SecondOf(first) is { } second)
        {
            yield return values.Of(second).Reading(from, to, withRequests: true, SecondValues);
        }

        yield return NewestReadings.Unknown(request.Site, first, UnknownNewest);
        yield return new SqlStatement(
            ArchiveStatements.RequestsOfWindow,
            row => _requests.Add((row.Integer(0), row.BytesOrNull(1))),
            [.. history, ("@first", SqlValue.Day(request.First)), ("@last", SqlValue.Day(request.Last))]);
        yield return CoverageValues.Reading(request.Site, first, _start, CoveredUntil, _touched);
    }
}
