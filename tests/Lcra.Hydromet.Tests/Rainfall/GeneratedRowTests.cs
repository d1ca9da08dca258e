using System.Globalization;
using System.Text;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Generated rows against a plain reading of the rules. A failure names its seed.</summary>
public class GeneratedRowTests
{
    private const int Seeds = 150;
    private const string Header = "Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) Report Date: 2026-10-02 07:00\r\n";
    private static readonly DateTimeOffset Read = TestReports.Central(10, 2, 6, 55);

    [Fact]
    public async Task Of_rows_of_one_site_the_one_with_a_value_counts_then_the_newer_then_the_later()
    {
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            RandomSource chance = new(seed);
            Row[] rows = [.. Enumerable.Range(0, 20).Select(place => Row.Of(place, chance))];
            RainfallReport report = await ReportAsync(string.Concat(rows.Select(row => row.Line)), "[]", RainfallScope.CsvFeeds);

            foreach (IGrouping<int, Row> doubled in rows.GroupBy(row => row.Site))
            {
                Row best = doubled.OrderBy(row => row.Value is not null).ThenBy(row => row.At ?? DateTimeOffset.MinValue).ThenBy(row => row.Place).Last();
                RainfallGauge gauge = report.Find(new SiteId(doubled.Key.ToString(CultureInfo.InvariantCulture)))!;
                Assert.Equal((seed, best.At is null ? null : best.Value, best.At), (seed, gauge[RainfallPeriod.TwentyFourHours].Inches, gauge.ObservedAt));
                Assert.Equal(doubled.Count() - 1, report.Findings.Count(finding => finding.Kind == FindingKind.DuplicateSite && finding.Site == gauge.Site.Id));
            }
        }
    }

    [Fact]
    public async Task Rain_is_isolated_where_a_plain_search_of_all_gauges_says_so()
    {
        int isolated = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            RandomSource chance = new(seed);
            Gauge[] gauges = [.. Enumerable.Range(0, 4 + chance.Next(20)).Select(place => Gauge.Of(place, chance))];
            RainfallReport report = await ReportAsync(string.Concat(gauges.Select(gauge => gauge.Line)), $"[{string.Join(',', gauges.Select(gauge => gauge.Json))}]", RainfallScope.AllFeeds);

            foreach (Gauge gauge in gauges)
            {
                Gauge[] around = [.. gauges.Where(other => other != gauge && !other.IsSilent && other.Inches.Length > 0 && gauge.MilesTo(other) <= 15)];
                bool expected = !gauge.IsSilent && (gauge.Inches is "1.01" or "2.00") && around.Length >= 3 && Array.TrueForAll(around, other => other.Inches == "0.00");
                isolated += expected ? 1 : 0;
                Assert.Equal((seed, gauge, expected), (seed, gauge, report.Total(gauge.Number, RainfallPeriod.TwentyFourHours).IsIsolated));
            }
        }

        Assert.True(isolated > 5, $"only {isolated} gauges are isolated");
    }

    private static Task<RainfallReport> ReportAsync(string rows, string sites, RainfallScope scope) => TestReports.Client(TestReports.Feeds()
        .With(HydrometFeed.Rainfall, Encoding.ASCII.GetBytes(Header + rows + "9999,Far away,2026-10-02 06:55,,,,,\r\n"))
        .With(HydrometFeed.AllSites, Encoding.ASCII.GetBytes(sites))).GetRainfallAsync(scope);

    private sealed record Row(int Site, int Place, DateTimeOffset? At, decimal? Value, string Line)
    {
        public static Row Of(int place, RandomSource chance)
        {
            int site = 3000 + chance.Next(12);
            int kind = chance.Next(6);
            DateTimeOffset? at = kind == 5 ? null : GeneratedRowTests.Read.AddMinutes(-5 * chance.Next(4) * (chance.OneIn(3) ? 144 : 1));
            decimal value = chance.Next(300) / 100m;
            bool torn = kind == 2 && chance.OneIn(2);
            string amount = kind switch { 0 => "", 1 => "n/a", _ => value.ToString("0.00", CultureInfo.InvariantCulture) };
            string line = string.Create(CultureInfo.InvariantCulture, $"{site},Gauge,{at:yyyy-MM-dd HH:mm},{amount},{amount},{amount},{amount},{amount}{(torn ? ",9,9" : "")}\r\n");
            return new Row(site, place, torn ? null : at, torn || kind < 2 ? null : value, line);
        }
    }

    private sealed record Gauge(string Number, double Latitude, double Longitude, bool IsSilent, string Inches)
    {
        public string Line => string.Create(CultureInfo.InvariantCulture, $"{Number},Gauge,{ReadAt:yyyy-MM-dd HH:mm},,,,{Inches},\r\n");

        public string Json => string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"siteNumber\":\"{Number}\",\"agency\":\"LCRA\",\"siteName\":\"Gauge\",\"siteType\":\"rain\",\"latitude\":\"{Latitude:0.00000}\",\"longitude\":\"{Longitude:0.00000}\"}}");

        private DateTimeOffset ReadAt => GeneratedRowTests.Read.AddHours(IsSilent ? -3 : 0);

        public static Gauge Of(int place, RandomSource chance) => new(
            (4000 + place).ToString(CultureInfo.InvariantCulture),
            30.3 + (chance.Next(50_000) / 100_000d),
            -98.5 + (chance.Next(50_000) / 100_000d),
            chance.OneIn(8),
            chance.OneIn(30) ? "0.01" : chance.Pick<string>(["2.00", "1.00", "1.01", "", "0.00", "0.00", "0.00", "0.00"]));

        // The law of cosines, which the library doesn't use.
        public double MilesTo(Gauge other)
        {
            (double a, double b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
            double cosine = (Math.Sin(a) * Math.Sin(b)) + (Math.Cos(a) * Math.Cos(b) * Math.Cos(double.DegreesToRadians(other.Longitude - Longitude)));
            return 3958.7613 * Math.Acos(Math.Min(1, cosine));
        }
    }
}
