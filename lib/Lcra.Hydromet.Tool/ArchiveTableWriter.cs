using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Writes the tables of an archive, gauge by gauge.</summary>
/// <param name="archive">The archive.</param>
/// <param name="sites">The gauges.</param>
/// <param name="counts">The accumulated rainfall of the gauges.</param>
/// <param name="firstDays">The first day that the archive has of each gauge.</param>
/// <param name="first">The first requested day.</param>
/// <param name="last">The last requested day.</param>
/// <param name="cancellationToken">Cancels the export.</param>
internal sealed class ArchiveTableWriter(
    HydrometArchive archive,
    ArchivedCounts counts,
    IReadOnlyList<SiteId> sites,
    IReadOnlyDictionary<SiteId, DateOnly> firstDays,
    DateOnly first,
    DateOnly last,
    CancellationToken cancellationToken)
{
    private static readonly TimeSpan MinimumInterEventTime = TimeSpan.FromHours(6);

    /// <summary>Counts the requested days before the first one of their gauge, which the daily table has no rows of.</summary>
    public long DaysLeftOut(ArchiveTable table) =>
        table != ArchiveTable.Daily ? 0 : sites.Sum(site => (long)Math.Min(FirstOf(site).DayNumber, last.DayNumber + 1) - first.DayNumber);

    public Task<ExportSummary> WriteAsync(ArchiveTable table, ArchiveTableOutput output)
    {
        return table switch
        {
            ArchiveTable.Daily => Write(ExportTables.Daily, Each(site => Days(site).OfEachDayAsync(site, FirstOf(site), last, TimeProvider.System, cancellationToken))),
            ArchiveTable.DailyWide => WriteWideAsync(output),
            ArchiveTable.Accumulated => Write(ExportTables.Accumulated, Each(StepsAsync)),
            ArchiveTable.Events => Write(ExportTables.Events, Each(EventsAsync)),
            ArchiveTable.Streams => Write(
                ExportTables.Streams,
                Each(site => Records(site, HistoryParameter.Flow)
                    .Select(record => new StreamReading { ObservedAt = record.ObservedAt, StageFeet = record.Value1, DischargeCubicFeetPerSecond = record.Value2 })
                    .OfAsync(site, cancellationToken))),
            _ => Write(
                ExportTables.LakeReadings,
                Each(site => Records(site, HistoryParameter.LakeLevel)
                    .Select(record => new LakeReading { ObservedAt = record.ObservedAt, HeadwaterElevationFeet = record.Value1, TailwaterElevationFeet = record.Value2 })
                    .OfAsync(site, cancellationToken))),
        };

        Task<ExportSummary> Write<TRow>(ExportTable<TRow> columns, IAsyncEnumerable<TRow> rows) =>
            output.WriteAsync(columns, rows, cancellationToken);
    }

    private DateOnly FirstOf(SiteId site) => firstDays.GetValueOrDefault(site, DateOnly.MaxValue) is var day && day > first ? day : first;

    private IAsyncEnumerable<DailyRainfall> Days(SiteId site) => archive.GetDailyRainfallAsync(site, first, last, cancellationToken: cancellationToken);

    private IAsyncEnumerable<HistoryRecord> Records(SiteId site, HistoryParameter parameter) =>
        archive.GetHistoryAsync(site, parameter, first, last, cancellationToken: cancellationToken);

    private bool IsInside(DateTimeOffset time) => CentralTime.DayOf(time) is var day && day >= first && day <= last;

    private async Task<ExportSummary> WriteWideAsync(ArchiveTableOutput output)
    {
        List<List<DailyRainfall>> gauges = [];
        foreach (SiteId site in sites)
        {
            gauges.Add(await Days(site).ToListAsync(cancellationToken));
        }

        return await output.WriteAsync(ExportTables.DailyWide(sites), DailyRainfallRow.Of(gauges, first, last).ToAsyncEnumerable(), cancellationToken);
    }

    private async IAsyncEnumerable<SiteRecord<RainfallStep>> StepsAsync(SiteId site)
    {
        IReadOnlyList<RainfallStep> steps = RainfallStep.Of(await counts.AroundAsync(site, (first, last), cancellationToken), ArchivedCounts.ResolutionOf(site));
        foreach (SiteRecord<RainfallStep> row in steps.Where(step => IsInside(step.At)).Of(site))
        {
            yield return row;
        }
    }

    private async IAsyncEnumerable<SiteRecord<RainEvent>> EventsAsync(SiteId site)
    {
        IReadOnlyList<RainEvent> events = (await counts.SeriesAsync(site, cancellationToken))?.RainEvents(MinimumInterEventTime) ?? [];
        foreach (SiteRecord<RainEvent> row in events.Where(rain => IsInside(rain.Start)).Of(site))
        {
            yield return row;
        }
    }

    private async IAsyncEnumerable<TRow> Each<TRow>(Func<SiteId, IAsyncEnumerable<TRow>> read)
    {
        foreach (SiteId site in sites)
        {
            await foreach (TRow row in read(site).WithCancellation(cancellationToken))
            {
                yield return row;
            }
        }
    }
}
