using Lcra.Hydromet.Tests.Support;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet.Tests.Watching;

public class ThresholdTests
{
    private static readonly SiteId Gauge = SiteId.Parse("3018");
    private readonly ReportTracker _memory = new([new RainfallThreshold(Gauge, RainfallPeriod.TwentyFourHours, 1.00m, 0.80m)], []);
    private DateTimeOffset _now = TestReports.Central(10, 2, 9);

    [Fact]
    public async Task A_total_over_the_amount_crosses_once()
    {
        Assert.Empty(await AfterAsync("0.90"));

        RainfallChange crossing = Assert.Single(await AfterAsync("1.01"));

        Assert.Equal((RainfallChangeKind.ThresholdCrossed, 1.01m, TimeSpan.FromHours(24)), (crossing.Kind, crossing.Inches, crossing.To - crossing.From));
        Assert.Empty(await AfterAsync("1.50"));
    }

    [Fact]
    public async Task The_amount_itself_is_not_over_it()
    {
        Assert.Empty(await AfterAsync("1.00"));
    }

    [Fact]
    public async Task What_is_over_from_the_start_crosses()
    {
        Assert.Equal(RainfallChangeKind.ThresholdCrossed, Assert.Single(await AfterAsync("2.81")).Kind);
    }

    [Fact]
    public async Task It_crosses_again_only_after_it_was_cleared()
    {
        await AfterAsync("1.01");
        Assert.Empty(await AfterAsync("0.80"));
        Assert.Empty(await AfterAsync("1.01"));

        Assert.Equal(RainfallChangeKind.ThresholdCleared, Assert.Single(await AfterAsync("0.79")).Kind);
        Assert.Equal(RainfallChangeKind.ThresholdCrossed, Assert.Single(await AfterAsync("1.01")).Kind);
    }

    [Fact]
    public async Task A_missing_amount_neither_crosses_nor_clears()
    {
        await AfterAsync("1.01");

        Assert.Empty(await AfterAsync(""));
        Assert.Empty(await AfterAsync("1.01"));
    }

    [Fact]
    public async Task A_report_from_before_neither_clears_nor_crosses_again()
    {
        await AfterAsync("1.01");

        DateTimeOffset before = _now.AddMinutes(-15);
        Assert.DoesNotContain(_memory.Update(await GaugeRow.ReportAsync(before, new GaugeRow(before, "", TwentyFourHours: "0.70")), _now), change => change.Site is not null);
        Assert.Empty(await AfterAsync("1.01"));
    }

    [Theory]
    [InlineData(5, 6, "clearsBelowInches")]
    [InlineData(5, -1, "clearsBelowInches")]
    [InlineData(-1, -2, "overInches")]
    public void A_threshold_is_above_zero_and_clears_no_higher_than_it_crosses(int overTenths, int clearsTenths, string wrong) =>
        Assert.Throws<ArgumentOutOfRangeException>(wrong, () => new RainfallThreshold(Gauge, RainfallPeriod.OneHour, overTenths / 10m, clearsTenths / 10m));

    [Fact]
    public void A_threshold_needs_a_period() => Assert.Throws<ArgumentNullException>("period", () => new RainfallThreshold(Gauge, null!, 1m, 0.5m));

    private async Task<RainfallChange[]> AfterAsync(string twentyFourHours)
    {
        _now += TimeSpan.FromMinutes(15);
        RainfallReport report = await GaugeRow.ReportAsync(_now, new GaugeRow(_now, "", TwentyFourHours: twentyFourHours));
        return [.. _memory.Update(report, _now).Where(change => change.Site is not null)];
    }
}
