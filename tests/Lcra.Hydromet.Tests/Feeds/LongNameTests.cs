using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Feeds;

/// <summary>In a broken feed a name may have any length, and a page would show it.</summary>
public class LongNameTests
{
    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(1_000_000, 200)]
    public async Task A_name_in_a_csv_is_cut_and_its_row_counts(int length, int kept)
    {
        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, Renamed(HydrometFeed.Rainfall, length))).GetRainfallAsync(RainfallScope.CsvFeeds);

        RainfallTotal total = report.Total("3018", RainfallPeriod.TwentyFourHours);
        Assert.Equal((kept, 2.81m), (total.Site.Name.Length, total.Inches));
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(1_000_000, 200)]
    public async Task A_name_in_the_all_sites_response_is_cut_and_its_site_counts(int length, int kept)
    {
        SiteReport report = await TestReports.Client(new StubFeedHandler().With(HydrometFeed.AllSites, Renamed(HydrometFeed.AllSites, length))).GetSitesAsync();

        Assert.Equal(kept, report.Find(SiteId.Parse("3018"))!.Site.Name.Length);
    }

    [Fact]
    public async Task Blanks_before_a_name_do_not_use_up_its_length()
    {
        byte[] answer = Renamed(HydrometFeed.AllSites, new string(' ', 300) + "Hamilton Creek");

        SiteReport report = await TestReports.Client(new StubFeedHandler().With(HydrometFeed.AllSites, answer)).GetSitesAsync();

        Assert.Equal("Hamilton Creek", report.Find(SiteId.Parse("3018"))!.Site.Name);
    }

    [Fact]
    public async Task No_character_is_cut_in_two()
    {
        string name = new string('x', 199) + "\U0001F327";

        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, Renamed(HydrometFeed.Rainfall, name))).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(new string('x', 199), report.Find(SiteId.Parse("3018"))!.Site.Name);
    }

    private static byte[] Renamed(HydrometFeed feed, int length) => Renamed(feed, new string('x', length));

    private static byte[] Renamed(HydrometFeed feed, string name) => Encoding.UTF8.GetBytes(
        Encoding.ASCII.GetString(FeedFile.Read(feed, "plain")).Replace("Hamilton Creek near Marble Falls", name, StringComparison.Ordinal));
}
