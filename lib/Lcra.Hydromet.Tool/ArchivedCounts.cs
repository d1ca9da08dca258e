using Lcra.Hydromet.Archive;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>
/// The accumulated rainfall of an archive's gauges, as far as the rain of requested days depends on it: a glitch that began before them, or is told from a reset
/// by a reading after them, is what it is in the whole record.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="records">The records of the gauges.</param>
/// <param name="spans">The days that are requested, one span after the other, oldest first.</param>
internal sealed class ArchivedCounts(HydrometArchive archive, IEnumerable<ArchiveSiteStatus> records, IReadOnlyList<(DateOnly First, DateOnly Last)> spans)
{
    private static readonly TimeSpan GapThreshold = TimeSpan.FromHours(1);

    private readonly Dictionary<SiteId, ArchiveSiteStatus> _records = records.ToDictionary(record => record.Site);
    private readonly Dictionary<SiteId, (long? From, long? To)[]> _edges = [];

    /// <summary>Reads the whole record of a gauge as a series; null when the archive has none.</summary>
    public async Task<RainfallSeries?> SeriesAsync(SiteId site, CancellationToken cancellationToken) => _records.TryGetValue(site, out ArchiveSiteStatus? record)
        ? await archive.GetSeriesAsync(site, record.FirstDay!.Value, record.LastDay!.Value, GapThreshold, cancellationToken: cancellationToken)
        : null;

    /// <summary>Reads the readings of a gauge on the days of a span, and those around them that their rain depends on.</summary>
    public async Task<IReadOnlyList<AccumulatedRainfall>> AroundAsync(SiteId site, (DateOnly First, DateOnly Last) span, CancellationToken cancellationToken)
    {
        if (!_records.TryGetValue(site, out ArchiveSiteStatus? record))
        {
            return [];
        }

        (long? from, long? to) = span.First <= record.FirstDay && span.Last >= record.LastDay
            ? (null, null)
            : (await EdgesAsync(record, cancellationToken))[spans.TakeWhile(other => other != span).Count()];
        return await archive.GetAccumulatedRainfallAsync(
                site,
                from is { } start ? CentralTime.DayOf(DateTimeOffset.FromUnixTimeSeconds(start)) : record.FirstDay!.Value,
                to is { } end ? CentralTime.DayOf(DateTimeOffset.FromUnixTimeSeconds(end)) : record.LastDay!.Value,
                cancellationToken: cancellationToken)
            .Where(reading => from is null || reading.At.ToUnixTimeSeconds() >= from)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Gets the resolution of a gauge in inches.</summary>
    public static decimal ResolutionOf(SiteId site) => site.IsAustin ? 0.04m : 0.01m;

    // Of each span the last reading before it and the first one after it at which nothing of the record is open: it takes one pass over the record.
    private async Task<(long? From, long? To)[]> EdgesAsync(ArchiveSiteStatus record, CancellationToken cancellationToken)
    {
        if (_edges.TryGetValue(record.Site, out (long? From, long? To)[]? known))
        {
            return known;
        }

        (long Start, long End)[] windows =
        [
            .. spans.Select(span => (CentralTime.StartOfDay(span.First).ToUnixTimeSeconds(), span.Last == DateOnly.MaxValue ? long.MaxValue : CentralTime.StartOfDay(span.Last.AddDays(1)).ToUnixTimeSeconds())),
        ];
        (long? From, long? To)[] edges = new (long? From, long? To)[windows.Length];
        CounterSeriesBuilder builder = new(GapThreshold, ResolutionOf(record.Site));
        (int begun, int ended, long? settled) = (0, 0, null);
        await foreach (AccumulatedRainfall reading in archive.GetAccumulatedRainfallAsync(record.Site, record.FirstDay!.Value, record.LastDay!.Value, cancellationToken: cancellationToken))
        {
            builder.Add(reading);
            if (builder.SettledSecond is not { } second)
            {
                continue;
            }

            for (; begun < windows.Length && windows[begun].Start <= second; begun++)
            {
                edges[begun].From = settled;
            }

            for (; ended < windows.Length && windows[ended].End <= second; ended++)
            {
                edges[ended].To = second;
            }

            settled = second;
        }

        for (; begun < windows.Length; begun++)
        {
            edges[begun].From = settled;
        }

        _edges.Add(record.Site, edges);
        return edges;
    }
}
