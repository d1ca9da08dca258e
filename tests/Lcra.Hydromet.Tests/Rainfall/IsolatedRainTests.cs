using System.Globalization;
using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Rain that no gauge nearby saw: often water that was poured in to test the gauge.</summary>
public class IsolatedRainTests
{
    private static readonly DateTimeOffset ReportedAt = TestReports.Central(10, 2, 10, 30);
    private static readonly DateTimeOffset Read = ReportedAt.AddMinutes(-5);

    [Theory]
    [InlineData("0.00,0.00,0.00", true)]
    [InlineData("0.00,0.00", false)]
    [InlineData("0.00,0.00,", false)]
    [InlineData("0.00,0.00,n/a,0.00", true)]
    [InlineData("0.00,0.00,0.00,0.01", false)]
    public async Task Rain_is_isolated_where_three_gauges_nearby_have_an_amount_and_all_are_dry(string neighbors, bool isIsolated) =>
        Assert.Equal(isIsolated, (await PouredAsync([.. neighbors.Split(',').Select(rain => new Neighbor(rain))])).IsIsolated);

    [Theory]
    [InlineData("1.00", false)]
    [InlineData("1.01", true)]
    public async Task More_than_one_inch_is_needed(string inches, bool isIsolated) =>
        Assert.Equal(isIsolated, (await PouredAsync(Dry(3), inches)).IsIsolated);

    [Theory]
    [InlineData(14.9, false)]
    [InlineData(15.1, true)]
    public async Task A_wet_gauge_counts_within_15_miles(double miles, bool isIsolated) =>
        Assert.Equal(isIsolated, (await PouredAsync([.. Dry(3), new Neighbor("0.40", miles)])).IsIsolated);

    [Fact]
    public async Task A_silent_gauge_is_not_a_witness() =>
        Assert.False((await PouredAsync([.. Dry(2), new Neighbor("0.00") { Read = ReportedAt.AddHours(-2) }])).IsIsolated);

    [Fact]
    public async Task A_silent_gauge_is_not_a_contradiction_either() =>
        Assert.True((await PouredAsync([.. Dry(3), new Neighbor("0.40") { Read = ReportedAt.AddHours(-2) }])).IsIsolated);

    [Fact]
    public async Task A_zero_that_the_gauges_own_totals_contradict_is_not_dry() =>
        Assert.False((await PouredAsync([.. Dry(3), new Neighbor("0.00") { OneHour = "0.30" }])).IsIsolated);

    [Fact]
    public async Task A_gauge_of_another_agency_is_a_witness()
    {
        Assert.True((await PouredAsync([.. Dry(2), new Neighbor("0.00") { Agency = "COA" }])).IsIsolated);
        Assert.False((await PouredAsync([.. Dry(3), new Neighbor("0.40") { Agency = "COA" }])).IsIsolated);
    }

    [Fact]
    public async Task Only_rolling_periods_of_up_to_24_hours_are_judged()
    {
        RainfallGauge gauge = (await ReportAsync("2.00", Dry(3))).Find(SiteId.Parse("3018"))!;

        Assert.Equal(["1_hour", "24_hour"], gauge.Totals.Where(total => total.IsIsolated).Select(total => total.Period.Key));
        Assert.Equal(2.00m, gauge[RainfallPeriod.SinceMidnight].Inches);
    }

    [Fact]
    public async Task Without_coordinates_nothing_is_isolated()
    {
        StubFeedHandler feeds = Feeds("2.00", Dry(3));

        RainfallReport report = await TestReports.Client(feeds, ReportedAt).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.False(report.Total("3018", RainfallPeriod.TwentyFourHours).IsIsolated);
    }

    [Fact]
    public async Task The_amount_stays_and_the_exports_name_it()
    {
        RainfallTotal total = await PouredAsync(Dry(3));
        using MemoryStream lines = new();
        using MemoryStream csv = new();

        await RainfallExport.WriteJsonLinesAsync(lines, [total]);
        await RainfallExport.WriteCsvAsync(csv, [total]);

        Assert.Equal(2.00m, total.Inches);
        Assert.Contains("\"isolated\":true", Encoding.UTF8.GetString(lines.ToArray()), StringComparison.Ordinal);
        string[] rows = Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n");
        Assert.Equal("true", rows[1].Split(',')[Array.IndexOf(rows[0].Split(','), "isolated")]);
    }

    private static Neighbor[] Dry(int count) => [.. Enumerable.Repeat(new Neighbor("0.00"), count)];

    private static async Task<RainfallTotal> PouredAsync(Neighbor[] neighbors, string inches = "2.00") =>
        (await ReportAsync(inches, neighbors)).Total("3018", RainfallPeriod.TwentyFourHours);

    private static Task<RainfallReport> ReportAsync(string inches, Neighbor[] neighbors) => TestReports.Client(Feeds(inches, neighbors), ReportedAt).GetRainfallAsync();

    private static StubFeedHandler Feeds(string inches, Neighbor[] neighbors)
    {
        (string Number, Neighbor Gauge)[] numbered = [.. neighbors.Select((gauge, place) => (string.Create(CultureInfo.InvariantCulture, $"41{place:00}"), gauge))];
        GaugeRow[] rows =
        [
            new GaugeRow(Read, inches, inches, TwentyFourHours: inches),
            .. numbered.Where(row => row.Gauge.Agency == "LCRA").Select(row => new GaugeRow(row.Gauge.Read, "0.00", row.Gauge.OneHour, row.Number, row.Gauge.Inches)),
        ];
        string[] sites = [Site("LCRA", "3018", 0, Read, ""), .. numbered.Select(row => Site(row.Gauge.Agency, row.Number, row.Gauge.Miles, row.Gauge.Read, $",\"rainfall1Day\":\"{row.Gauge.Inches}\""))];
        return TestReports.Feeds()
            .With(HydrometFeed.Rainfall, GaugeRow.Csv(ReportedAt, rows))
            .With(HydrometFeed.AllSites, Encoding.UTF8.GetBytes($"[{string.Join(',', sites)}]"));
    }

    // A degree of latitude is 69.093 miles on the sphere that the library measures on.
    private static string Site(string agency, string number, double milesNorth, DateTimeOffset read, string rain) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"siteNumber\":\"{number}\",\"dateTime\":\"{read.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\",\"agency\":\"{agency}\",\"siteName\":\"{number}\",\"latitude\":\"{30.5 + (milesNorth / 69.093):0.00000}\",\"longitude\":\"-98.5\",\"siteType\":\"rain\"{rain}}}");

    private sealed record Neighbor(string Inches, double Miles = 5)
    {
        public string Agency { get; init; } = "LCRA";

        public DateTimeOffset Read { get; init; } = IsolatedRainTests.Read;

        public string OneHour { get; init; } = "0.00";
    }
}
