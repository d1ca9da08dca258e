using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Reports made of feed files.</summary>
internal static partial class TestReports
{
    public static readonly DateTimeOffset Morning = Central(10, 2, 7, 2).ToUniversalTime();

    public static StubFeedHandler Feeds(string recent = "plain", string fiveDay = "plain", string monthYear = "plain") =>
        new StubFeedHandler()
            .With(HydrometFeed.Rainfall, recent)
            .With(HydrometFeed.FiveDayRainfall, fiveDay)
            .With(HydrometFeed.MonthYearRainfall, monthYear);

    public static HydrometClient Client(StubFeedHandler feeds, DateTimeOffset? now = null) =>
        new(new HttpClient(feeds), new HydrometClientOptions(), new FakeTimeProvider(now ?? Morning));

    public static Task<RainfallReport> ReportAsync(
        string recent = "plain", string fiveDay = "plain", string monthYear = "plain", DateTimeOffset? now = null) =>
        Client(Feeds(recent, fiveDay, monthYear), now ?? After(
            (HydrometFeed.Rainfall, recent), (HydrometFeed.FiveDayRainfall, fiveDay), (HydrometFeed.MonthYearRainfall, monthYear))).GetRainfallAsync(RainfallScope.CsvFeeds);

    public static Task<SiteReport> SitesAsync(string anomaly = "plain", DateTimeOffset? now = null) =>
        Client(new StubFeedHandler().With(HydrometFeed.AllSites, anomaly), now).GetSitesAsync();

    public static async Task<RainfallReport> JoinedAsync(string sites = "plain", string recent = "plain") =>
        (await ReportAsync(recent)).Join(await SitesAsync(sites));

    public static RainfallTotal Total(this RainfallReport report, string site, RainfallPeriod period) =>
        report.Find(SiteId.Parse(site))![period];

    public static DateTimeOffset Central(int month, int day, int hour = 0, int minute = 0, int offset = -5, int year = 2026) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(offset));

    // Feeds are read after they were made: their readings would be of the future else.
    private static DateTimeOffset After(params (HydrometFeed Feed, string Anomaly)[] files) => files
        .SelectMany(file => ReportDate().Matches(Encoding.ASCII.GetString(FeedFile.Read(file.Feed, file.Anomaly))))
        .Select(match => CentralTime.Resolve(DateTime.Parse(match.Groups["stamp"].Value, CultureInfo.InvariantCulture), near: null).AddMinutes(2))
        .Append(Morning)
        .Max();

    [GeneratedRegex("Report Date: (?<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2})", RegexOptions.None, 1000)]
    private static partial Regex ReportDate();
}
