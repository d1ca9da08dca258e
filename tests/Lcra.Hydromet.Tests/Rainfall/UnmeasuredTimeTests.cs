using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>No amount for time that was not measured, and none of a month or year that LCRA has not begun.</summary>
public class UnmeasuredTimeTests
{
    private static readonly DateTimeOffset Reported = TestReports.Central(10, 20, 7);

    [Fact]
    public void A_gauge_silent_for_19_days_has_no_day_that_it_did_not_measure()
    {
        RainfallGauge gauge = Gauge(TestReports.Central(10, 1, 7), Reported);

        Assert.All(
            [RainfallPeriod.Today, RainfallPeriod.OneDayAgo, RainfallPeriod.TwoDaysAgo, RainfallPeriod.FourDaysAgo, RainfallPeriod.FiveDayTotal, RainfallPeriod.SinceMidnight],
            period => Assert.Equal((null, MissingReason.Stale), (gauge[period].Inches, gauge[period].Missing)));
        Assert.Equal((TestReports.Central(10, 19), TestReports.Central(10, 20)), (gauge[RainfallPeriod.OneDayAgo].Start, gauge[RainfallPeriod.OneDayAgo].End));
        Assert.NotNull(gauge[RainfallPeriod.ThisMonth].Inches);
    }

    [Fact]
    public void At_midnight_itself_nothing_was_measured_since_midnight()
    {
        RainfallGauge gauge = Gauge(TestReports.Central(10, 20), TestReports.Central(10, 20, 0, 3));

        Assert.Equal(MissingReason.Stale, gauge[RainfallPeriod.SinceMidnight].Missing);
        Assert.Equal(MissingReason.Stale, gauge[RainfallPeriod.Today].Missing);
        Assert.NotNull(gauge[RainfallPeriod.OneDayAgo].Inches);
    }

    [Theory]
    [InlineData(19, 15, true)]
    [InlineData(19, 22, true)]
    [InlineData(19, 23, false)]
    [InlineData(20, 6, false)]
    public void A_day_says_until_when_it_was_measured_if_that_is_an_hour_before_its_end(int day, int hour, bool early)
    {
        DateTimeOffset observed = TestReports.Central(10, day, hour);
        RainfallTotal yesterday = Gauge(observed, Reported)[RainfallPeriod.OneDayAgo];

        Assert.NotNull(yesterday.Inches);
        Assert.Equal(early ? observed : null, yesterday.MeasuredUntil);
    }

    [Fact]
    public void A_rolling_window_ends_at_its_observation_and_is_measured_whole() =>
        Assert.Null(Gauge(TestReports.Central(10, 1, 7), Reported)[RainfallPeriod.TwentyFourHours].MeasuredUntil);

    [Theory]
    [InlineData(0, 10, true)]
    [InlineData(1, 59, true)]
    [InlineData(2, 0, false)]
    public void In_the_first_two_hours_of_a_month_its_total_may_be_that_of_the_month_before(int hour, int minute, bool stale)
    {
        DateTimeOffset observed = TestReports.Central(10, 1, hour, minute);
        RainfallGauge gauge = Gauge(observed, observed.AddMinutes(3), new TrueRain([]) { Errors = { ["Month"] = 6.70m } });

        Assert.All([RainfallPeriod.ThisMonth, RainfallPeriod.ThirtyDays], period => Assert.Equal(stale ? MissingReason.Stale : null, gauge[period].Missing));
        Assert.NotNull(gauge[RainfallPeriod.ThisYear].Inches);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_month_of_no_more_than_fell_since_midnight_proves_the_refresh(int hundredths)
    {
        DateTimeOffset observed = TestReports.Central(10, 1, 0, 40);
        TrueRain rain = new(Enumerable.Repeat(observed.AddMinutes(-10), 5)) { Errors = { ["Month"] = hundredths / 100m } };

        Assert.Equal(0.05m + (hundredths / 100m), Gauge(observed, observed, rain)[RainfallPeriod.ThisMonth].Inches);
    }

    [Fact]
    public void In_the_first_two_hours_of_a_year_so_may_its_total_and_the_last_years()
    {
        DateTimeOffset observed = TestReports.Central(1, 1, 0, 10, offset: -6, year: 2027);
        RainfallGauge gauge = Gauge(observed, observed, new TrueRain([]) { Errors = { ["Month"] = 0.50m, ["Year"] = 31.40m } });

        Assert.All(
            [RainfallPeriod.ThisMonth, RainfallPeriod.ThirtyDays, RainfallPeriod.ThisYear, RainfallPeriod.LastYear],
            period => Assert.Equal((null, MissingReason.Stale), (gauge[period].Inches, gauge[period].Missing)));
    }

    [Fact]
    public void Another_agencys_month_follows_the_same_rules()
    {
        DateTimeOffset observed = TestReports.Central(10, 1, 0, 10);
        RainfallReport report = new TrueRain([]) { Errors = { ["Month"] = 6.70m } }.Report(observed, observed);

        Assert.Equal(MissingReason.Stale, report.Total(TrueRain.Austin, RainfallPeriod.ThisMonth).Missing);
        Assert.Equal(MissingReason.Stale, new TrueRain([]).Report(TestReports.Central(10, 20), TestReports.Central(10, 20, 0, 3)).Total(TrueRain.Austin, RainfallPeriod.SinceMidnight).Missing);
    }

    private static RainfallGauge Gauge(DateTimeOffset observed, DateTimeOffset reported, TrueRain? rain = null) =>
        (rain ?? new TrueRain([])).Report(observed, reported).Find(SiteId.Parse(TrueRain.Lcra))!;
}
