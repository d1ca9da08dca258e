using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Wrong numbers that other programs on this data have shown, where no other test names them.</summary>
public class TrapTests
{
    [Fact]
    public async Task Forty_eight_hours_are_not_made_of_today_and_yesterday()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.FortyEightHours);

        Assert.Equal((null, HydrometFeed.AllSites), (total.Inches, total.Source.Feed));
    }

    [Fact]
    public async Task The_month_so_far_and_the_last_30_days_are_two_totals_with_two_windows()
    {
        RainfallReport report = await TestReports.ReportAsync();

        Assert.Equal((1.88m, TestReports.Central(10, 1)), (report.Total("3018", RainfallPeriod.ThisMonth).Inches, report.Total("3018", RainfallPeriod.ThisMonth).Start));
        Assert.Equal((2.10m, TestReports.Central(9, 2, 7)), (report.Total("3018", RainfallPeriod.ThirtyDays).Inches, report.Total("3018", RainfallPeriod.ThirtyDays).Start));
    }

    [Fact]
    public async Task An_unknown_site_is_null_and_not_a_row_of_zeros() =>
        Assert.Null((await TestReports.ReportAsync()).Find(SiteId.Parse("2222")));

    [Fact]
    public async Task A_place_name_is_kept_whole_with_its_distance_and_direction() =>
        Assert.Equal("Marble Falls 4 WSW", (await TestReports.ReportAsync()).Find(SiteId.Parse("2959"))!.Site.Name);

    [Fact]
    public async Task An_evening_reading_stays_on_its_local_day_though_utc_is_a_day_further()
    {
        RainfallTotal total = (await TestReports.ReportAsync("just-before-midnight", now: TestReports.Central(10, 2, 23, 50))).Total("3018", RainfallPeriod.SinceMidnight);

        Assert.Equal((1.20m, TestReports.Central(10, 2)), (total.Inches, total.Start));
        Assert.Equal(3, total.End!.Value.UtcDateTime.Day);
    }

    [Fact]
    public async Task Winter_is_six_hours_behind_utc_and_summer_five()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.ThisYear);

        Assert.Equal((TimeSpan.FromHours(-6), TimeSpan.FromHours(-5)), (total.Start!.Value.Offset, total.End!.Value.Offset));
    }

    [Fact]
    public async Task Each_total_shows_when_the_gauge_was_read_and_not_when_the_feed_was_fetched()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.OneHour);

        Assert.Equal((TestReports.Central(10, 2, 6, 55), TestReports.Central(10, 2, 7), TestReports.Morning), (total.ObservedAt, total.Source.ReportedAt, total.Source.FetchedAt));
    }
}
