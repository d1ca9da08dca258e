using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Feeds;

/// <summary>A renamed column is reported by its old name, optional or not.</summary>
public class RenamedColumnTests
{
    [Theory]
    [InlineData("Site")]
    [InlineData("Date Time")]
    [InlineData("1 Hour")]
    [InlineData("3 Hour")]
    [InlineData("6 Hour")]
    [InlineData("24 Hour")]
    [InlineData("Since Midnight")]
    public async Task The_recent_feed_cannot_do_without(string column) => Assert.Equal(column, await RefusedAsync(HydrometFeed.Rainfall, column));

    [Theory]
    [InlineData("Site")]
    [InlineData("Today")]
    public async Task The_five_day_feed_cannot_do_without(string column) => Assert.Equal(column, await RefusedAsync(HydrometFeed.FiveDayRainfall, column));

    [Theory]
    [InlineData("Site")]
    [InlineData("Lake")]
    [InlineData("Date Time")]
    [InlineData("Current")]
    public async Task The_lake_feed_cannot_do_without(string column)
    {
        HydrometFormatException failure = await Assert.ThrowsAsync<HydrometFormatException>(async () => await LakesAsync(column));

        Assert.Equal((column, 1L), (failure.Column, failure.Line));
    }

    [Theory]
    [InlineData("Percent Full")]
    [InlineData("Current Storage")]
    [InlineData("Midnight")]
    public async Task The_lake_feed_says_that_it_lacks(string column) =>
        Assert.Equal(column, (await LakesAsync(column)).Findings.Single(finding => finding.Kind == FindingKind.MissingColumn).Column);

    [Theory]
    [InlineData("Location")]
    [InlineData("Basin")]
    public async Task The_five_day_feed_says_that_it_lacks(string column)
    {
        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.FiveDayRainfall, Without(HydrometFeed.FiveDayRainfall, column))).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(column, report.Findings.Single(finding => finding.Kind == FindingKind.MissingColumn).Column);
    }

    [Theory]
    [InlineData("Date Time", "DateTime")]
    [InlineData("Date Time", "Date-Time")]
    [InlineData("Date Time", "Date")]
    [InlineData("30 Days", "30 Day")]
    [InlineData("30 Days", "Last 30 Days")]
    [InlineData("30 Days", "30Days")]
    [InlineData("30 Days", "Last30")]
    [InlineData("Month", "This Month")]
    [InlineData("Month", "Month to Date")]
    [InlineData("Month", "Current Month")]
    [InlineData("Year", "This Year")]
    [InlineData("Year", "Year to Date")]
    [InlineData("Year", "Current Year")]
    [InlineData("Previous Year", "Prev Year")]
    [InlineData("Previous Year", "Last Year")]
    [InlineData("Previous Year", "Previous Years")]
    public async Task The_month_and_year_feed_is_read_by_name_while_its_names_are_likely(string column, string likely)
    {
        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.MonthYearRainfall, Renamed(HydrometFeed.MonthYearRainfall, column, likely))).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Empty(report.Findings);
        Assert.Equal(25.76m, report.Total("3018", RainfallPeriod.ThisYear).Inches);
    }

    private static Task<LakeReport> LakesAsync(string column) =>
        TestReports.Client(new StubFeedHandler().With(HydrometFeed.LakeLevels, Without(HydrometFeed.LakeLevels, column)), TestReports.Central(8, 1, 20, 35)).GetLakeLevelsAsync();

    private static async Task<string?> RefusedAsync(HydrometFeed feed, string column)
    {
        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(feed, Without(feed, column))).GetRainfallAsync(RainfallScope.CsvFeeds);
        return Assert.IsType<HydrometFormatException>(report.Feeds.Single(status => status.Feed == feed).Failure).Column;
    }

    private static byte[] Without(HydrometFeed feed, string column) => Renamed(feed, column, "Renamed");

    private static byte[] Renamed(HydrometFeed feed, string column, string other)
    {
        string[] lines = Encoding.ASCII.GetString(FeedFile.Read(feed, "plain")).Split('\n');
        lines[0] = string.Join(',', lines[0].Split(',').Select(name => name == column ? other : name));
        return Encoding.ASCII.GetBytes(string.Join('\n', lines));
    }
}
