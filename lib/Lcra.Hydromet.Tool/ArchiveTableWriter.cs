using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Writes the tables of an archive, gauge by gauge.</summary>
/// <param name="archive">The archive.</param>
/// <param name="sites">The gauges.</param>
/// <param name="counts">The accumulated rainfall of the gauges.</param>
/// <param name="firstDays">The first day that the archive has of each gauge.</param>
/// <param name="archived">The days of the archive.</param>
/// <param name="days">The requested days.</param>
/// <param name="cancellationToken">Cancels the export.</param>
internal sealed class ArchiveTableWriter(
    HydrometArchive archive,
    ArchivedCounts counts,
    IReadOnlyList<SiteId> sites,
    IReadOnlyDictionary<SiteId, DateOnly> firstDays,
    (DateOnly First, DateOnly Last) archived,
    (DateOnly First, DateOnly Last) days,
    CancellationToken cancellationToken)
{
    private static readonly TimeSpan MinimumInterEventTime = TimeSpan.FromHours(6);

    /// <summary>Gets the days that a wide table has no amounts of, because they were not over.</summary>
    public IReadOnlyCollection<DateOnly> RunningDays { get; private set; } = [];

    /// <summary>Counts the requested days before the first one of their gauge, which the daily table has no rows of.</summary>
    public long DaysLeftOut(ArchiveTable table) =>
        table != ArchiveTable.Daily ? 0 : sites.Sum(site => (long)Math.Min(FirstOf(site).DayNumber, days.Last.DayNumber + 1) - days.First.DayNumber);

    public Task<ExportSummary> WriteAsync(ArchiveTable table, ArchiveTableOutput output)
    {
        return table switch
        {
            ArchiveTable.Daily => Write(ExportTables.Daily, Each(EachDayAsync)),
            ArchiveTable.DailyWide => WriteWideAsync(output),
            ArchiveTable.Accumulated => Write(ExportTables.Accumulated, Each(site => StepsAsync(site, days).OfAsync(site, cancellationToken))),
            ArchiveTable.AccumulatedWide => Write(ExportTables.AccumulatedWide(sites), Wide().MergeAsync(StepsAsync, gauges => ReadingRow.OfAsync(gauges, cancellationToken))),
            ArchiveTable.Events => Write(ExportTables.Events, Each(EventsAsync)),
            ArchiveTable.Streams => Write(ExportTables.Streams, Each(site => Streams(site, days).OfAsync(site, cancellationToken))),
            ArchiveTable.StreamsWide => Write(ExportTables.StreamsWide(sites), Wide().MergeAsync(Streams, all => ReadingRow.OfAsync(all, cancellationToken))),
            ArchiveTable.LakesWide => Write(ExportTables.LakeReadingsWide(sites), Wide().MergeAsync(Lakes, dams => ReadingRow.OfAsync(dams, cancellationToken))),
            _ => Write(ExportTables.LakeReadings, Each(site => Lakes(site, days).OfAsync(site, cancellationToken))),
        };

        Task<ExportSummary> Write<TRow>(ExportTable<TRow> columns, IAsyncEnumerable<TRow> rows) =>
            output.WriteAsync(columns, rows, cancellationToken);
    }

    private DateOnly FirstOf(SiteId site) => firstDays.GetValueOrDefault(site, DateOnly.MaxValue) is var day && day > days.First ? day : days.First;

    private IAsyncEnumerable<DailyRainfall> Days(SiteId site) => archive.GetDailyRainfallAsync(site, days.First, days.Last, cancellationToken: cancellationToken);

    private ArchiveWideRows Wide() => new(sites, ArchiveWideRows.PartsOf(archived, days, sites.Count));

    private IAsyncEnumerable<StreamReading> Streams(SiteId site, (DateOnly First, DateOnly Last) span) => archive
        .GetHistoryAsync(site, HistoryParameter.Flow, span.First, span.Last, cancellationToken: cancellationToken)
        .Select(record => new StreamReading { ObservedAt = record.ObservedAt, StageFeet = record.Value1, DischargeCubicFeetPerSecond = record.Value2 });

    private IAsyncEnumerable<LakeReading> Lakes(SiteId site, (DateOnly First, DateOnly Last) span) => archive
        .GetHistoryAsync(site, HistoryParameter.LakeLevel, span.First, span.Last, cancellationToken: cancellationToken)
        .Select(record => new LakeReading { ObservedAt = record.ObservedAt, HeadwaterElevationFeet = record.Value1, TailwaterElevationFeet = record.Value2 });

    private static bool IsInside(DateTimeOffset time, (DateOnly First, DateOnly Last) span) => CentralTime.DayOf(time) is var day && day >= span.First && day <= span.Last;

    // Inside what was requested a day without a record is missing at LCRA; outside it, the archive knows nothing.
    private async IAsyncEnumerable<SiteRecord<DailyRainfall>> EachDayAsync(SiteId site)
    {
        ArchiveCoverage? coverage = null;
        await foreach (SiteRecord<DailyRainfall> row in Days(site).OfEachDayAsync(site, FirstOf(site), days.Last, TimeProvider.System, cancellationToken))
        {
            bool isKnown = row.Missing is null
                || (coverage ??= await archive.GetCoverageAsync(site, HistoryParameter.RainDaily, FirstOf(site), days.Last, cancellationToken)).Covers(row.Record.Day);
            yield return isKnown ? row : row with { Missing = MissingReason.NotRequested };
        }
    }

    private async Task<ExportSummary> WriteWideAsync(ArchiveTableOutput output)
    {
        List<List<DailyRainfall>> gauges = [];
        foreach (SiteId site in sites)
        {
            gauges.Add(await Days(site).ToListAsync(cancellationToken));
        }

        RunningDays = [.. WideDays.RunningIn(gauges)];
        return await output.WriteAsync(ExportTables.DailyWide(sites), DailyRainfallRow.Of(gauges, days.First, days.Last).ToAsyncEnumerable(), cancellationToken);
    }

    private async IAsyncEnumerable<RainfallStep> StepsAsync(SiteId site, (DateOnly First, DateOnly Last) span)
    {
        IReadOnlyList<RainfallStep> steps = RainfallStep.Of(await counts.AroundAsync(site, span, cancellationToken), ArchivedCounts.ResolutionOf(site));
        foreach (RainfallStep step in steps.Where(step => IsInside(step.At, span)))
        {
            yield return step;
        }
    }

    private async IAsyncEnumerable<SiteRecord<RainEvent>> EventsAsync(SiteId site)
    {
        IReadOnlyList<RainEvent> events = (await counts.SeriesAsync(site, cancellationToken))?.RainEvents(MinimumInterEventTime) ?? [];
        foreach (SiteRecord<RainEvent> row in events.Where(rain => IsInside(rain.Start, days)).Of(site))
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
