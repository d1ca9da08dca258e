using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Feeds;

/// <summary>What comes of each feed file beside this test, whole: every amount or its reason, every window, every word of a finding.</summary>
public sealed class FeedFileTests
{
    [Fact]
    public async Task What_comes_of_Rainfall() =>
        Snapshot.Match(await ReportsAsync(HydrometFeed.Rainfall, anomaly => TestReports.ReportAsync(recent: anomaly)));

    [Fact]
    public async Task What_comes_of_Rain5Day() =>
        Snapshot.Match(await ReportsAsync(HydrometFeed.FiveDayRainfall, anomaly => TestReports.ReportAsync(fiveDay: anomaly)));

    [Fact]
    public async Task What_comes_of_RainMonthYear() =>
        Snapshot.Match(await ReportsAsync(HydrometFeed.MonthYearRainfall, anomaly => TestReports.ReportAsync(monthYear: anomaly)));

    [Fact]
    public async Task What_comes_of_LakeLevel() =>
        Snapshot.Match(await FeedText.OfFilesAsync(HydrometFeed.LakeLevels, async anomaly =>
        {
            LakeReport lakes = await TestReports.Client(new StubFeedHandler().With(HydrometFeed.LakeLevels, anomaly)).GetLakeLevelsAsync();
            return [FeedText.Of(lakes.Feed), .. lakes.Findings.Select(FeedText.Of), .. lakes.Lakes.Select(lake => $"{FeedText.Of(lake.Site)}: {FeedText.Properties(lake)}")];
        }));

    [Fact]
    public async Task What_comes_of_GetDataForAllSites() =>
        Snapshot.Match(await FeedText.OfFilesAsync(HydrometFeed.AllSites, async anomaly =>
        {
            SiteReport sites = await TestReports.SitesAsync(anomaly);
            RainfallReport report = (await TestReports.ReportAsync()).Join(sites);
            return
            [
                FeedText.Of(sites.Feed),
                .. sites.Findings.Select(FeedText.Of),
                .. sites.Sites.Select(site => $"{FeedText.Of(site.Site)}: {FeedText.Properties(site)}"),
                .. FeedText.Totals(report, HydrometFeed.AllSites),
                .. report.CheckConsistency().Select(FeedText.Of),
            ];
        }));

    private static Task<string> ReportsAsync(HydrometFeed feed, Func<string, Task<RainfallReport>> read) =>
        FeedText.OfFilesAsync(feed, async anomaly =>
        {
            RainfallReport report = await read(anomaly);
            return
            [
                FeedText.Of(report.Feeds.Single(status => status.Feed == feed)),
                .. report.Findings.Select(FeedText.Of),
                .. FeedText.Totals(report, feed),
                .. report.CheckConsistency().Select(FeedText.Of),
            ];
        });
}
