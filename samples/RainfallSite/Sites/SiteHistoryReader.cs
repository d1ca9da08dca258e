using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>Reads the history that a visitor requests.</summary>
internal sealed class SiteHistoryReader(GaugeHistory history, TimeProvider clock)
{
    private const decimal DefaultResolutionInches = 0.01m;

    public async Task<SiteHistory> GetBarsAsync(Site site, DaySpan span, CancellationToken cancellationToken)
    {
        if (span.Problem != SpanProblem.None)
        {
            return new SiteHistory { Span = span };
        }

        if (GaugeHistory.HasDays(site.Id) && !span.IsFine)
        {
            HistoryResult<IReadOnlyList<DailyRainfall>> days = await history.GetDaysAsync(site.Id, span.First, span.Last, cancellationToken);
            IReadOnlyList<RainfallFlag> flags = DailyRainfallQuality.Check(days.Value ?? [], site.ResolutionInches ?? DefaultResolutionInches);
            return new SiteHistory
            {
                Span = span,
                Bars = days.Value is null ? [] : RainBars.OfDays(span, days.Value, flags),
                IsRunning = days.Value is [.., { IsPartial: true }],
                Flags = flags,
                Failure = days.Failure,
                Delay = days.Delay,
            };
        }

        // The last reading before midnight is the accumulated rainfall at the start of the first day.
        HistoryResult<RainfallSeries> accumulated = await history.GetAccumulatedAsync(site, span.First.AddDays(-1), span.Last, cancellationToken);
        DateTimeOffset now = clock.GetUtcNow();
        return new SiteHistory
        {
            Span = span,
            Bars = accumulated.Value is not { } series ? [] : span.IsFine ? RainBars.OfQuarters(span, series, now) : RainBars.OfAccumulatedDays(span, series, now),
            IsRunning = span.Last >= CentralTime.DayOf(now),
            Failure = accumulated.Failure,
            Delay = accumulated.Delay,
        };
    }

    public async Task<WindowResult> GetTotalAsync(Site site, RainWindow window, CancellationToken cancellationToken)
    {
        if (window is not { Problem: SpanProblem.None, Start: { } start })
        {
            return new WindowResult(window, null, null, HistoryDelay.None);
        }

        DateOnly first = CentralTime.DayOf(start.At);
        DateOnly last = CentralTime.DayOf(window.Until);
        if (window.IsWholeDays && GaugeHistory.HasDays(site.Id))
        {
            HistoryResult<IReadOnlyList<DailyRainfall>> days = await history.GetDaysAsync(site.Id, first, last.AddDays(-1), cancellationToken);
            return new WindowResult(window, days.Value is null ? null : Total(RainfallSeries.FromDailyTotals(days.Value), window), days.Failure, days.Delay);
        }

        HistoryResult<RainfallSeries> accumulated = await history.GetAccumulatedAsync(site, first.AddDays(-1), last, cancellationToken);
        WindowResult result = new(window, accumulated.Value is null ? null : Total(accumulated.Value, window), accumulated.Failure, accumulated.Delay);
        return result.Total is { Inches: null } && GaugeHistory.HasDays(site.Id) ? result with { WholeDays = await GetWholeDaysAsync(site, window, cancellationToken) } : result;
    }

    public async Task<ComparisonResult> CompareAsync(Site site, bool wholeYear, CancellationToken cancellationToken)
    {
        DateOnly today = CentralTime.DayOf(clock.GetUtcNow());
        DateOnly first = new(today.Year, wholeYear ? 1 : today.Month, 1);
        HistoryResult<IReadOnlyList<DailyRainfall>> before = await history.GetDaysAsync(site.Id, first.AddYears(-1), today.AddYears(-1), cancellationToken);
        HistoryResult<IReadOnlyList<DailyRainfall>> current = await history.GetDaysAsync(site.Id, first, today, cancellationToken);
        if (current.Value is null || before.Value is null)
        {
            return new ComparisonResult(null, current.Failure ?? before.Failure, current.Delay == HistoryDelay.None ? before.Delay : current.Delay);
        }

        DailyRainfall[] days = [.. before.Value, .. current.Value];
        return new ComparisonResult(
            wholeYear ? YearOverYearComparison.YearToDate(days, today) : YearOverYearComparison.MonthToDate(days, today), null, HistoryDelay.None);
    }

    private async Task<SeriesTotal?> GetWholeDaysAsync(Site site, RainWindow window, CancellationToken cancellationToken)
    {
        DateOnly first = CentralTime.DayOf(window.Start!.At);
        DateOnly last = CentralTime.DayOf(window.Until.AddTicks(-1));
        DateOnly yesterday = CentralTime.Today(clock).AddDays(-1);
        last = last > yesterday ? yesterday : last;
        HistoryResult<IReadOnlyList<DailyRainfall>>? days = first > last ? null : await history.GetDaysAsync(site.Id, first, last, cancellationToken);
        return days?.Value is { Count: > 0 } known
            ? RainfallSeries.FromDailyTotals(known).Total(CentralTime.StartOfDay(first), CentralTime.StartOfDay(last.AddDays(1)))
            : null;
    }

    private static SeriesTotal Total(RainfallSeries series, RainWindow window) => series.Total(window.Start!.At, window.Until);
}
