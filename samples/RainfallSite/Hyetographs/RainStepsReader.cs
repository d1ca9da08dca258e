using Lcra.Hydromet;
using RainfallSite.Sites;

namespace RainfallSite.Hyetographs;

/// <summary>
/// When it rained at a gauge: by quarter hours where the archive has its readings up to about the last report, otherwise by the feeds' totals.
/// </summary>
internal sealed class RainStepsReader(GaugeHistory history)
{
    public static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan TwoDays = TimeSpan.FromHours(48);

    // Older readings say less about a storm than the feeds.
    private static readonly TimeSpan MaxLag = TimeSpan.FromHours(2);

    /// <summary>Gets the steps, the earliest first; empty where nothing is known.</summary>
    public async Task<IReadOnlyList<RainStep>> ReadAsync(RainfallGauge gauge, CancellationToken cancellationToken)
    {
        if (!history.HasArchive || !GaugeHistory.HasAccumulated(gauge.Site.Id) || gauge[RainfallPeriod.TwentyFourHours].ObservedAt is not { } observed)
        {
            return RainSteps.Of(gauge);
        }

        DateOnly last = CentralTime.DayOf(observed);
        HistoryResult<RainfallSeries> stored = await history.GetAccumulatedAsync(gauge.Site, last.AddDays(-2), last, cancellationToken);
        return stored.Value is { } series && QuartersOf(series, observed) is { Count: > 0 } quarters ? quarters : RainSteps.Of(gauge);
    }

    /// <summary>Gets the quarter hours of a day, or of two days where it rained in the first and all its readings are there; empty where the last two hours have none.</summary>
    public static IReadOnlyList<RainStep> QuartersOf(RainfallSeries series, DateTimeOffset observed)
    {
        DateTimeOffset end = CentralTime.At(new DateTimeOffset(observed.UtcTicks - (observed.UtcTicks % Quarter.Ticks), TimeSpan.Zero));
        List<RainStep> steps = [];
        for (DateTimeOffset start = end - TwoDays; start < end; start += Quarter)
        {
            SeriesTotal total = series.Total(start, start + Quarter);
            steps.Add(new RainStep(CentralTime.At(start), CentralTime.At(start + Quarter), total.Coverage == 1 ? total.Inches : null));
        }

        RainStep[] early = [.. steps.Where(step => step.Start < end - Day)];
        if (Array.Exists(early, step => step.Inches is null) || !Array.Exists(early, step => step.Inches > 0))
        {
            steps.RemoveRange(0, early.Length);
        }

        return steps.Exists(step => step.Inches is not null && step.End >= end - MaxLag) ? steps : [];
    }
}
