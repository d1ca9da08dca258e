using System.Net.Http.Headers;
using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Feeds;

public class EncodingTests
{
    private const string Csv = "Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) Report Date: 2026-10-02 07:00\r\n"
        + "3018,Ca\u00f1on Creek,2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20\r\n";

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData(null)]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    [InlineData("nonsense")]
    public async Task Bytes_that_are_not_utf_8_are_read_with_a_finding(string? charset)
    {
        RainfallReport report = await ReportAsync(Western.GetBytes(Csv), charset);

        Assert.Equal(("Ca\u00f1on Creek", 2.81m), (report.Find(SiteId.Parse("3018"))!.Site.Name, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches));
        Assert.Single(report.Findings, finding => finding.Kind == FindingKind.NotUtf8);
    }

    [Fact]
    public async Task A_charset_is_honored()
    {
        byte[] body = CodePagesEncodingProvider.Instance.GetEncoding(437)!.GetBytes(Csv);

        Assert.Equal("Ca\u00f1on Creek", (await ReportAsync(body, "ibm437")).Find(SiteId.Parse("3018"))!.Site.Name);
    }

    [Fact]
    public async Task Utf_8_with_another_label_is_utf_8()
    {
        RainfallReport report = await ReportAsync(Encoding.UTF8.GetBytes(Csv), "windows-1252");

        Assert.Equal("Ca\u00f1on Creek", report.Find(SiteId.Parse("3018"))!.Site.Name);
        Assert.DoesNotContain(report.Findings, finding => finding.Kind == FindingKind.NotUtf8);
    }

    [Theory]
    [InlineData("Bull<br>Creek", false)]
    [InlineData("Bull&nbsp;Creek", false)]
    [InlineData("Bull \u202eCreek", true)]
    public async Task A_name_in_a_csv_is_cleaned_like_all_names(string name, bool hidden)
    {
        RainfallReport report = await ReportAsync(Encoding.UTF8.GetBytes(Csv.Replace("Ca\u00f1on Creek", name, StringComparison.Ordinal)), null);

        Assert.Equal("Bull Creek", report.Find(SiteId.Parse("3018"))!.Site.Name);
        Assert.Equal(hidden, report.Findings.Any(finding => finding.Kind == FindingKind.HiddenCharacters));
    }

    [Theory]
    [InlineData("2026-10-02 07:05", true)]
    [InlineData("2026-10-02 07:06", false)]
    [InlineData("2026-10-03 06:55", false)]
    [InlineData("2027-10-02 06:55", false)]
    public async Task A_stamp_more_than_five_minutes_after_its_report_is_unreadable(string stamp, bool readable)
    {
        RainfallReport report = await ReportAsync(Encoding.UTF8.GetBytes(Csv.Replace("2026-10-02 06:55", stamp, StringComparison.Ordinal)), null);
        RainfallGauge gauge = report.Find(SiteId.Parse("3018"))!;

        Assert.Equal((readable, readable), (gauge.IsReporting, gauge.ObservedAt is not null));
        Assert.Equal(readable, !report.Findings.Any(finding => finding.Kind == FindingKind.FutureObservation));
    }

    [Fact]
    public async Task An_amount_that_passed_through_binary_is_rounded_to_hundredths() =>
        Assert.Equal(2.81m, (await ReportAsync(Encoding.UTF8.GetBytes(Csv.Replace("2.81", "2.8099999427795410", StringComparison.Ordinal)), null)).Total("3018", RainfallPeriod.TwentyFourHours).Inches);

    private static Task<RainfallReport> ReportAsync(byte[] body, string? charset) =>
        TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, System.Net.HttpStatusCode.OK, response =>
        {
            response.Content = new ByteArrayContent(body);
            response.Content.Headers.ContentType = charset is null ? null : new MediaTypeHeaderValue("text/csv", charset);
        })).GetRainfallAsync(RainfallScope.CsvFeeds);
}
