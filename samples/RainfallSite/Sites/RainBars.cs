using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>Makes the bars of a span: one for each day or quarter hour, also where nothing is known.</summary>
internal static class RainBars
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<RainBar> OfDays(DaySpan span, IReadOnlyList<DailyRainfall> days, IReadOnlyList<RainfallFlag> flags)
    {
        Dictionary<DateOnly, DailyRainfall> known = days.Where(day => day.Inches >= 0).DistinctBy(day => day.Day).ToDictionary(day => day.Day);
        HashSet<DateOnly> flagged = [.. flags.Select(flag => flag.Day)];
        return
        [
            .. Days(span).Select(day => known.TryGetValue(day, out DailyRainfall? found)
                ? new RainBar(CentralTime.StartOfDay(day), found.Inches, found.IsPartial, flagged.Contains(day))
                : new RainBar(CentralTime.StartOfDay(day), null, IsPartial: false, IsFlagged: flagged.Contains(day))),
        ];
    }

    public static IReadOnlyList<RainBar> OfAccumulatedDays(DaySpan span, RainfallSeries series, DateTimeOffset now) =>
        [.. Days(span).Select(day => Count(series, CentralTime.StartOfDay(day), CentralTime.StartOfDay(day.AddDays(1)), now))];

    public static IReadOnlyList<RainBar> OfQuarters(DaySpan span, RainfallSeries series, DateTimeOffset now)
    {
        List<RainBar> bars = [];
        DateTimeOffset end = CentralTime.StartOfDay(span.Last.AddDays(1));
        for (DateTimeOffset start = CentralTime.StartOfDay(span.First); start < end && start < now; start = CentralTime.At(start + Quarter))
        {
            bars.Add(Count(series, start, start + Quarter, now));
        }

        return bars;
    }

    private static RainBar Count(RainfallSeries series, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now)
    {
        SeriesTotal total = series.Total(start, end);
        return new RainBar(start, total.Inches, total.Coverage < 1 || end > now, total.Flags.Count > 0) { UncertaintyInches = total.UncertaintyInches };
    }

    private static IEnumerable<DateOnly> Days(DaySpan span) => Enumerable.Range(0, span.DayCount).Select(span.First.AddDays);
}
