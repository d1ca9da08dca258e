using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

/// <summary>What holds for every counter, however it rains, strays, resets and pauses.</summary>
public class RainfallSeriesPropertyTests
{
    private static readonly TimeSpan Threshold = TimeSpan.FromHours(1);

    private static Arbitrary<int> Permille { get; } = Gen.Choose(-100, 1_100).ToArbitrary();

    [Property]
    public Property Planted_glitches_and_resets_give_the_planted_rain() =>
        Prop.ForAll(SyntheticGauge.Any, planted =>
        {
            RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(planted.Readings);
            return planted.Rain == (series.Total(TestSeries.At(-1), series.End!.Value).Inches ?? 0)
                && planted.Glitches == series.Flags.Count(flag => flag.Kind == SeriesFlagKind.Glitch)
                && planted.Resets == series.Flags.Count(flag => flag.Kind == SeriesFlagKind.Reset);
        });

    [Property]
    public Property Any_window_has_what_adding_up_the_readings_gives() =>
        ForAnyWindow((planted, series, start, end) =>
            (series.Total(start, end).Inches ?? 0) == planted.RainWithin(start, end));

    [Property]
    public Property Coverage_is_what_measuring_the_intervals_gives() =>
        ForAnyWindow((planted, series, start, end) =>
            series.Total(start, end).Coverage == (decimal)planted.CoveredWithin(start, end, Threshold).Ticks / (end - start).Ticks);

    [Property]
    public Property Gaps_make_up_what_the_coverage_lacks() =>
        ForAnyWindow((planted, series, start, end) =>
            series.Total(start, end).Gaps.Sum(gap => (gap.End - gap.Start).Ticks)
                == (end - start - planted.CoveredWithin(start, end, Threshold)).Ticks);

    [Property]
    public Property Gaps_lie_apart_and_in_order_inside_the_window() =>
        ForAnyWindow((_, series, start, end) =>
        {
            IReadOnlyList<SeriesGap> gaps = series.Total(start, end).Gaps;
            return gaps.All(gap => start <= gap.Start && gap.Start < gap.End && gap.End <= end)
                && gaps.Zip(gaps.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        });

    [Property]
    public Property Windows_side_by_side_add_up_to_the_whole() =>
        Prop.ForAll(SyntheticGauge.Any, Permille, Permille, (planted, one, other) =>
        {
            RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(planted.Readings);
            DateTimeOffset[] edges = [.. new[] { -200, one, other, 1_200 }.Distinct().Order().Select(permille => Instant(planted, permille))];
            return edges.Zip(edges.Skip(1), series.Total).Sum(total => total.Inches ?? 0) == (series.Total(edges[0], edges[^1]).Inches ?? 0);
        });

    [Property]
    public Property An_amount_is_missing_only_where_nothing_is_covered() =>
        ForAnyWindow((_, series, start, end) =>
        {
            SeriesTotal total = series.Total(start, end);
            return total.Inches is null == (total.Missing == MissingReason.NotInFeed) && (total.Inches is not null || total.Coverage == 0);
        });

    [Property]
    public Property A_series_shifted_in_time_gives_the_same_totals() =>
        Prop.ForAll(SyntheticGauge.Any, Gen.Choose(-1_000_000_000, 1_000_000_000).ToArbitrary(), (planted, seconds) =>
        {
            TimeSpan shift = TimeSpan.FromSeconds(seconds);
            RainfallSeries shifted = RainfallSeries.FromAccumulatedRainfall(planted.Readings.Select(reading => reading with { At = reading.At + shift }));
            DateTimeOffset start = Instant(planted, 300);
            DateTimeOffset end = Instant(planted, 800);
            SeriesTotal expected = RainfallSeries.FromAccumulatedRainfall(planted.Readings).Total(start, end);
            SeriesTotal actual = shifted.Total(start + shift, end + shift);
            return (actual.Inches, actual.Coverage, actual.BoundaryGapInches) == (expected.Inches, expected.Coverage, expected.BoundaryGapInches);
        });

    [Property]
    public Property The_greatest_depth_is_what_trying_every_pair_gives() =>
        Prop.ForAll(SyntheticGauge.Any, Gen.Choose(1, 600).ToArbitrary(), (planted, minutes) =>
        {
            RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(planted.Readings);
            IReadOnlyList<DateTimeOffset> times = planted.Times;
            decimal? most = times
                .SelectMany(start => times.Where(end => end > start && end - start <= TimeSpan.FromMinutes(minutes + 1)), planted.RainWithin)
                .Select(rain => (decimal?)rain)
                .Max();
            SeriesTotal? deepest = series.MaximumDepth(TimeSpan.FromMinutes(minutes));
            return times[^1] - times[0] < TimeSpan.FromMinutes(minutes) ? deepest is null : (deepest is null ? null : deepest.Inches ?? 0) == most;
        });

    [Property]
    public Property Storms_have_all_the_rain_and_lie_apart() =>
        Prop.ForAll(SyntheticGauge.Any, Gen.Choose(1, 600).ToArbitrary(), (planted, minutes) =>
        {
            IReadOnlyList<RainEvent> storms = RainfallSeries.FromAccumulatedRainfall(planted.Readings).RainEvents(TimeSpan.FromMinutes(minutes));
            return storms.Sum(storm => storm.Inches) == planted.Rain
                && storms.All(storm => storm.Inches == planted.RainWithin(storm.Start, storm.End))
                && storms.Zip(storms.Skip(1)).All(pair => pair.Second.Start - pair.First.End >= TimeSpan.FromMinutes(minutes) || IsLongGap(pair.First) || IsLongGap(pair.Second));

            bool IsLongGap(RainEvent storm) => storm.Coverage == 0 && storm.End - storm.Start >= TimeSpan.FromMinutes(minutes);
        });

    private static Property ForAnyWindow(Func<SyntheticGauge, RainfallSeries, DateTimeOffset, DateTimeOffset, bool> holds) =>
        Prop.ForAll(SyntheticGauge.Any, Permille, Permille, (planted, one, other) =>
            one == other || holds(
                planted,
                RainfallSeries.FromAccumulatedRainfall(planted.Readings),
                Instant(planted, Math.Min(one, other)),
                Instant(planted, Math.Max(one, other))));

    // Not on whole seconds, as an edge need not be.
    private static DateTimeOffset Instant(SyntheticGauge planted, int permille) =>
        TestSeries.Noon.AddMilliseconds((planted.LastMinute + 1) * 60 * permille);
}
