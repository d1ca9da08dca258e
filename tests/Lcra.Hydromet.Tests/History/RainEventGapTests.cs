using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class RainEventGapTests
{
    private static readonly DateOnly First = new(2026, 7, 1);

    [Fact]
    public void A_missing_day_between_two_rainy_days_is_reported_by_both_events()
    {
        IReadOnlyList<RainEvent> events = RainfallSeries.FromDailyTotals(TestSeries.Days(First, 0.00m, 1.00m, null, 2.00m, 0.00m)).RainEvents(TimeSpan.FromDays(1));

        SeriesGap missing = new(CentralTime.StartOfDay(First.AddDays(2)), CentralTime.StartOfDay(First.AddDays(3)));
        Assert.Equal([missing], events[0].GapsAfter);
        Assert.Equal([missing], events[1].GapsBefore);
        Assert.Empty(events[0].GapsBefore);
        Assert.Empty(events[1].GapsAfter);
    }

    [Fact]
    public void Days_that_are_known_to_be_dry_end_an_event_without_a_gap()
    {
        RainEvent only = Assert.Single(RainfallSeries.FromDailyTotals(TestSeries.Days(First, 0.00m, 1.00m, 0.00m)).RainEvents(TimeSpan.FromDays(1)));

        Assert.Equal((1m, false, 0, 0, 0), (only.Coverage, only.IsIncomplete, only.Gaps.Count, only.GapsBefore.Count, only.GapsAfter.Count));
    }

    [Fact]
    public void A_gap_inside_an_event_lowers_its_coverage()
    {
        RainEvent only = Assert.Single(TestSeries.Series((0, 1m), (15, 1.10m), (30, 1.20m), (150, 1.30m), (165, 1.40m), (180, 1.40m)).RainEvents(TimeSpan.FromHours(6)));

        Assert.Equal(new SeriesGap(TestSeries.At(30), TestSeries.At(150)), Assert.Single(only.Gaps));
        Assert.Equal(45m / 165, only.Coverage);
    }

    [Theory]
    [InlineData(120, 0.10, 0.20, 0.10)]
    [InlineData(121, 0.40)]
    public void Rain_over_a_gap_as_long_as_the_dry_time_is_an_event_of_its_own(int dryMinutes, params double[] inches)
    {
        IReadOnlyList<RainEvent> events = TestSeries.Series((0, 1m), (15, 1.10m), (135, 1.30m), (150, 1.40m), (165, 1.40m)).RainEvents(TimeSpan.FromMinutes(dryMinutes));

        Assert.Equal(inches, events.Select(rain => (double)rain.Inches));
        Assert.All(events, rain => Assert.True(rain.IsIncomplete));
        Assert.Equal(dryMinutes == 120, events.Any(rain => (rain.Start, rain.End, rain.Coverage) == (TestSeries.At(15), TestSeries.At(135), 0m)));
    }

    [Fact]
    public void Readings_that_are_farther_apart_than_the_dry_time_but_within_the_gap_threshold_are_no_gaps() =>
        Assert.Single(TestSeries.Every15Minutes(1m, 1.10m, 1.20m).RainEvents(TimeSpan.FromMinutes(5)));

    [Fact]
    public void An_event_at_the_end_of_the_series_may_go_on()
    {
        RainEvent only = Assert.Single(TestSeries.Every15Minutes(1m, 1m, 1.20m).RainEvents(TimeSpan.FromHours(6)));

        Assert.Equal([new SeriesGap(TestSeries.At(30), TestSeries.At(30 + 360))], only.GapsAfter);
        Assert.EndsWith("coverage 1, data missing before, data missing after", only.ToString(), StringComparison.Ordinal);
    }
}
