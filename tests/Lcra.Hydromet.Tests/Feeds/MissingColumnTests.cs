using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Feeds;

/// <summary>A column that LCRA renames is told by the name it had, whether the feed can do without it or not.</summary>
public class MissingColumnTests
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
        RainfallReport report = await Rain.Client(Rain.Feeds().With(HydrometFeed.FiveDayRainfall, Without(HydrometFeed.FiveDayRainfall, column))).GetRainfallAsync();

        Assert.Equal(column, report.Findings.Single(finding => finding.Kind == FindingKind.MissingColumn).Column);
    }

    private static Task<LakeReport> LakesAsync(string column) =>
        Rain.Client(new StubFeeds().With(HydrometFeed.LakeLevels, Without(HydrometFeed.LakeLevels, column)), Rain.Central(8, 1, 20, 35)).GetLakeLevelsAsync();

    private static async Task<string?> RefusedAsync(HydrometFeed feed, string column)
    {
        RainfallReport report = await Rain.Client(Rain.Feeds().With(feed, Without(feed, column))).GetRainfallAsync();
        return Assert.IsType<HydrometFormatException>(report.Feeds.Single(status => status.Feed == feed).Failure).Column;
    }

    private static byte[] Without(HydrometFeed feed, string column)
    {
        string[] lines = Encoding.ASCII.GetString(FeedFile.Read(feed, "plain")).Split('\n');
        lines[0] = string.Join(',', lines[0].Split(',').Select(name => name == column ? "Renamed" : name));
        return Encoding.ASCII.GetBytes(string.Join('\n', lines));
    }
}
