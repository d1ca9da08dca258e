using Lcra.Hydromet.Tests.Rainfall;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Lakes;

public abstract class LakeLevelTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("plain")]
    [InlineData("other-column-order")]
    public async Task A_lake_has_its_elevation_now_and_at_midnight_and_what_it_stores(string anomaly)
    {
        LakeLevel buchanan = (await LakesAsync(anomaly)).Find(SiteId.Parse("1995"))!;

        Assert.Equal(
            ("Buchanan", 1019.75m, 1019.76m, 874751m, 99m),
            (buchanan.Site.Name, buchanan.ElevationFeet, buchanan.MidnightElevationFeet, buchanan.StorageAcreFeet, buchanan.PercentFull));
        Assert.Equal(TestReports.Central(8, 1, 20, 30), buchanan.ObservedAt);
    }

    [Fact]
    public async Task A_lake_kept_at_one_level_stores_nothing_known_and_not_zero()
    {
        LakeLevel inks = (await LakesAsync("plain")).Find(SiteId.Parse("1999"))!;

        Assert.Equal((887.06m, null, null), (inks.ElevationFeet, inks.StorageAcreFeet, inks.PercentFull));
    }

    [Fact]
    public async Task A_lake_that_is_not_there_is_null() => Assert.Null((await LakesAsync("plain")).Find(SiteId.Parse("1")));

    [Fact]
    public async Task A_sentinel_is_not_an_elevation()
    {
        LakeReport report = await LakesAsync("sentinel");

        Assert.Null(report.Lakes[0].ElevationFeet);
        Assert.Equal(1, report.Feed.UnreadableValueCount);
    }

    [Fact]
    public async Task A_feed_without_the_elevation_is_broken() =>
        Assert.Equal("Current", (await Assert.ThrowsAsync<HydrometFormatException>(() => LakesAsync("no-current-column"))).Column);

    [Fact]
    public async Task A_feed_without_the_percentage_is_read_and_the_loss_is_a_finding()
    {
        LakeReport report = await LakesAsync("no-percent-column");

        Assert.Equal((1019.75m, null), (report.Lakes[0].ElevationFeet, report.Lakes[0].PercentFull));
        Assert.Equal("Percent Full", Assert.Single(report.Findings).Column);
    }

    [Fact]
    public async Task The_later_of_two_equally_new_rows_of_a_lake_counts()
    {
        LakeReport report = await LakesAsync("duplicate-site");

        Assert.Equal(999m, Assert.Single(report.Lakes).ElevationFeet);
        Assert.Equal(FindingKind.DuplicateSite, Assert.Single(report.Findings).Kind);
    }

    private static Task<LakeReport> LakesAsync(string anomaly) =>
        TestReports.Client(new StubFeedHandler().With(HydrometFeed.LakeLevels, anomaly)).GetLakeLevelsAsync();

    public sealed class WithAPoint() : LakeLevelTests(Point);

    public sealed class WithAComma() : LakeLevelTests(Comma);
}
