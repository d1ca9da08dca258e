using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

/// <summary>Generated counts of gauges whose true rain is known. A failure names its seed. `scripts/accumulated-counts.sh` runs more of them.</summary>
public class SimulatedGaugeTests
{
    private static readonly int Series = SeededRuns.Setting("HYDROMET_SERIES", 20_000);
    private static readonly int FirstSeed = SeededRuns.Setting("HYDROMET_SEED", 1);

    [Fact]
    public void The_counted_rain_and_its_uncertainty_enclose_the_true_rain() => SeededRuns.ForEach(FirstSeed, Series, seed =>
    {
        SimulatedGauge gauge = new(seed);
        RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(gauge.Readings);
        Check(gauge, series, 0, gauge.Readings.Count - 1);
        if (gauge.Clean is [var first, .., var last])
        {
            int middle = gauge.Clean[gauge.Clean.Count / 2];
            Check(gauge, series, first, last);
            Check(gauge, series, 0, middle);
            Check(gauge, series, middle, gauge.Readings.Count - 1);
        }

        foreach ((DateTimeOffset from, DateTimeOffset to) in gauge.Planted)
        {
            Assert.True(series.Flags.Any(flag => flag.At <= to && (flag.ReturnedAt ?? flag.At) > from), $"nothing flagged from {from} to {to} in {gauge}");
        }
    });

    private static void Check(SimulatedGauge gauge, RainfallSeries series, int first, int last)
    {
        DateTimeOffset start = gauge.Readings[first].At;
        DateTimeOffset end = gauge.Readings[last].At;
        if (start >= end || IsInGap(series, start) || IsInGap(series, end))
        {
            return;
        }

        SeriesTotal total = series.Total(start, end);
        decimal rain = total.Inches ?? 0;
        decimal covered = gauge.Between(start, end) - total.Gaps.Sum(gap => gauge.Between(gap.Start, gap.End));
        Assert.True(rain <= gauge.Between(start, end), $"{rain} is more than {gauge.Between(start, end)} from {start} to {end} in {gauge}");
        Assert.True(covered <= rain + total.UncertaintyInches, $"{rain} and {total.UncertaintyInches} are less than {covered} from {start} to {end} in {gauge}");
    }

    // When the rain of a gap fell is not known, so a window that cuts one has BoundaryGapInches.
    private static bool IsInGap(RainfallSeries series, DateTimeOffset edge) =>
        series.Total(series.Start!.Value, series.End!.Value).Gaps.Any(gap => gap.Start < edge && edge < gap.End) || edge > series.End;
}
