using System.Text;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Areas;

public class AreaTests
{
    [Fact]
    public async Task The_nearest_gauge_comes_first_with_distance_and_direction()
    {
        NearbyGauge nearest = (await StormAsync()).Nearest(30.56m, -98.33m, 3)[0];

        Assert.Equal("LCRA:2959", nearest.Gauge.Site.Id.ToString());
        Assert.InRange(nearest.DistanceKilometers, 0.1m, 10m);
        Assert.True(nearest.IsReporting);
        Assert.Equal(TimeSpan.FromMinutes(5), nearest.AgeAt(TestReports.Central(10, 2, 7)));
    }

    [Theory]
    [InlineData(30, -98, 31, -98, 111_195, 0)]
    [InlineData(30, -98, 30, -97, 96_297, 90)]
    [InlineData(30, -98, 29, -98, 111_195, 180)]
    [InlineData(30, -98, 30, -99, 96_297, 270)]
    public async Task Distance_and_bearing_are_those_of_the_map(int latitude, int longitude, int toLatitude, int toLongitude, int meters, int bearing)
    {
        RainfallReport report = (await TestReports.ReportAsync()).Join(await SitesAtAsync(toLatitude, toLongitude));

        NearbyGauge only = Assert.Single(report.Nearest(latitude, longitude, 5));

        Assert.InRange(only.DistanceKilometers, (meters / 1000m) - 0.01m, (meters / 1000m) + 0.01m);
        Assert.InRange(only.BearingDegrees, bearing == 270 ? 269 : bearing, bearing == 90 ? 91 : bearing + (bearing == 270 ? 1 : 0));
    }

    [Fact]
    public async Task A_silent_gauge_is_listed_and_says_so() =>
        Assert.False((await TestReports.JoinedAsync()).Nearest(30.3m, -97.7m, 1)[0].IsReporting);

    [Theory]
    [InlineData("plain", true)]
    [InlineData("stale-flag-true", false)]
    public async Task A_gauge_that_lcra_calls_stale_does_not_report_however_new_its_reading(string anomaly, bool reports) =>
        Assert.Equal(reports, (await TestReports.JoinedAsync(anomaly)).Find(SiteId.Parse("COA:950"))!.IsReporting);

    [Theory]
    [InlineData(91, 0, 1)]
    [InlineData(0, -181, 1)]
    [InlineData(0, 0, 0)]
    public async Task A_place_that_is_none_is_an_argument_error(int latitude, int longitude, int count)
    {
        RainfallReport report = await TestReports.ReportAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => report.Nearest(latitude, longitude, count));
    }

    [Fact]
    public async Task A_radius_holds_the_gauges_within_it()
    {
        RainfallReport report = await StormAsync();

        IReadOnlyList<RainfallGauge> within = report.WithinRadius(30.58m, -98.27m, 20);

        Assert.Equal(
            report.Nearest(30.58m, -98.27m, 1000).Where(nearby => nearby.DistanceKilometers <= 20).Select(nearby => nearby.Gauge),
            within);
        Assert.NotEmpty(within);
    }

    [Fact]
    public async Task An_area_is_as_old_as_its_oldest_reading() =>
        Assert.Equal(TestReports.Central(10, 2, 6, 55), AreaRainfall.Of((await TestReports.ReportAsync()).Gauges, RainfallPeriod.TwentyFourHours).OldestReading);

    [Theory]
    [InlineData("06:00", true)]
    [InlineData("05:59", false)]
    public async Task A_gauge_reports_when_it_was_read_within_the_hour_before_the_report(string readAt, bool reports)
    {
        byte[] feed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(FeedFile.Read(HydrometFeed.Rainfall, "plain")).Replace("06:56", readAt, StringComparison.Ordinal));

        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, feed)).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(reports, report.Find(SiteId.Parse("3992"))!.IsReporting);
    }

    [Fact]
    public async Task A_basin_is_chosen_by_its_whole_name_and_never_by_part_of_it()
    {
        RainfallReport report = await StormAsync();

        Assert.NotEmpty(report.InBasin("austin"));
        Assert.All(report.InBasin("Austin"), gauge => Assert.Equal("Austin", gauge.Site.Basin));
        Assert.Contains("The nearest names are 'Austin'", Assert.Throws<ArgumentException>(() => report.InBasin("Aust")).Message, StringComparison.Ordinal);
        Assert.Contains("Highland Lakes", report.Basins);
        Assert.Equal(report.Basins.Order(StringComparer.Ordinal), report.Basins);
    }

    [Fact]
    public async Task An_area_says_how_many_report_and_who_is_missing()
    {
        RainfallReport report = await TestReports.JoinedAsync();

        AreaRainfall area = AreaRainfall.Of(report.Gauges, RainfallPeriod.OneHour);

        Assert.Equal("4 of 5 reporting", area.ToString());
        MissingGauge missing = Assert.Single(area.Missing);
        Assert.Equal(("COA:860", MissingReason.Stale), (missing.Site.Id.ToString(), missing.Reason));
    }

    [Fact]
    public async Task Mean_median_and_maximum_are_of_those_that_report()
    {
        AreaRainfall area = AreaRainfall.Of((await TestReports.JoinedAsync()).Gauges, RainfallPeriod.OneHour);

        Assert.Equal((0.255m, 0.035m, 0.94m), (area.MeanInches, area.MedianInches, area.Maximum!.Inches));
    }

    [Fact]
    public async Task The_old_24_hours_of_a_silent_gauge_do_not_count_in_the_mean()
    {
        AreaRainfall area = AreaRainfall.Of((await TestReports.JoinedAsync()).Gauges, RainfallPeriod.TwentyFourHours);

        Assert.Contains(area.Missing, missing => missing.Site.Id == SiteId.Parse("COA:860") && missing.Reason == MissingReason.Stale);
    }

    [Fact]
    public void An_area_without_gauges_has_no_mean()
    {
        AreaRainfall area = AreaRainfall.Of([], RainfallPeriod.OneHour);

        Assert.Equal((null, null, null, "0 of 0 reporting"), (area.MeanInches, area.MedianInches, area.Maximum, area.ToString()));
    }

    private static async Task<RainfallReport> StormAsync()
    {
        HydrometClient client = new(
            new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())), new HydrometClientOptions(), new ReplayClock(TestReports.Central(10, 2, 7)));
        return (await client.GetRainfallAsync(RainfallScope.CsvFeeds)).Join(await client.GetSitesAsync());
    }

    private static Task<SiteReport> SitesAtAsync(double latitude, double longitude) =>
        TestReports.Client(new StubFeedHandler().With(HydrometFeed.AllSites, System.Text.Encoding.UTF8.GetBytes(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""[{"agency":"COA","siteNumber":"1","siteType":"rain","latitude":"{{latitude}}","longitude":"{{longitude}}"}]""")))).GetSitesAsync();
}
