using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

public abstract class RecentRainfallTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("plain")]
    [InlineData("byte-order-mark")]
    [InlineData("utf-16")]
    [InlineData("line-feeds-only")]
    [InlineData("blank-lines")]
    [InlineData("spelled-otherwise")]
    [InlineData("rows-end-in-a-comma")]
    [InlineData("rows-repeat-the-report-date")]
    [InlineData("no-location-column")]
    public async Task A_feed_is_read_whole_however_it_is_written(string anomaly)
    {
        RainfallReport report = await TestReports.ReportAsync(anomaly);

        Assert.Equal(0.94m, report.Total("3018", RainfallPeriod.OneHour).Inches);
        Assert.Equal(1.12m, report.Total("3018", RainfallPeriod.ThreeHours).Inches);
        Assert.Equal(1.20m, report.Total("3018", RainfallPeriod.SixHours).Inches);
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(1.20m, report.Total("3018", RainfallPeriod.SinceMidnight).Inches);
        Assert.Equal(0, report.Feeds[0].UnreadableValueCount);
    }

    [Fact]
    public async Task A_plain_report_has_no_findings() => Assert.Empty((await TestReports.ReportAsync()).Findings);

    [Fact]
    public async Task A_comma_in_a_quoted_name_moves_nothing()
    {
        RainfallReport report = await TestReports.ReportAsync();

        Assert.Equal("Bull Creek at Loop 360, Austin", report.Find(SiteId.Parse("3992"))!.Site.Name);
        Assert.Equal(1.17m, report.Total("3992", RainfallPeriod.TwentyFourHours).Inches);
    }

    [Fact]
    public async Task A_row_shifted_by_a_comma_gives_no_number_at_all()
    {
        RainfallReport report = await TestReports.ReportAsync("unquoted-comma");

        Assert.All(
            report.Find(SiteId.Parse("3992"))!.Totals.Where(total => total.Period.Feed == HydrometFeed.Rainfall),
            total => Assert.Equal((null, MissingReason.Unreadable), (total.Inches, total.Missing)));
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.UnreadableRow && finding.Site == SiteId.Parse("3992"));
    }

    [Fact]
    public async Task An_unclosed_quote_costs_its_own_row_and_no_other()
    {
        RainfallReport report = await TestReports.ReportAsync("unclosed-quote");

        Assert.Equal(MissingReason.Unreadable, report.Total("3018", RainfallPeriod.TwentyFourHours).Missing);
        Assert.Equal(1.44m, report.Total("2959", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(1.17m, report.Total("3992", RainfallPeriod.TwentyFourHours).Inches);
    }

    [Fact]
    public async Task A_blank_cell_stays_missing()
    {
        RainfallTotal total = (await TestReports.ReportAsync("blank-cell")).Total("3018", RainfallPeriod.ThreeHours);

        Assert.Null(total.Inches);
        Assert.Equal(MissingReason.Blank, total.Missing);
        Assert.Equal(TestReports.Central(10, 2, 3, 55), total.Start);
        Assert.Equal(TestReports.Central(10, 2, 6, 55), total.End);
    }

    [Fact]
    public async Task A_zero_in_the_feed_is_a_zero()
    {
        RainfallReport report = await TestReports.ReportAsync("zeros");

        Assert.All(
            RainfallPeriod.All.Where(period => period.Feed == HydrometFeed.Rainfall),
            period => Assert.Equal(0m, report.Total("2959", period).Inches));
    }

    [Theory]
    [InlineData("extra-column")]
    [InlineData("extra-column-behind-the-report-date")]
    public async Task An_extra_column_is_a_finding_and_moves_nothing(string anomaly)
    {
        RainfallReport report = await TestReports.ReportAsync(anomaly);

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(1.20m, report.Total("3018", RainfallPeriod.SinceMidnight).Inches);
        Assert.Equal([FindingKind.UnexpectedColumn], report.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public async Task Columns_in_another_order_are_read_by_name()
    {
        RainfallReport report = await TestReports.ReportAsync("other-column-order");

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(0.94m, report.Total("3018", RainfallPeriod.OneHour).Inches);
        Assert.Equal("Date Time", Assert.Single(report.Findings, finding => finding.Kind == FindingKind.MovedColumn).Column);
    }

    [Fact]
    public async Task A_report_date_at_the_front_does_not_shift_the_columns_behind_it()
    {
        RainfallReport report = await TestReports.ReportAsync("report-date-first");

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(1.20m, report.Total("3018", RainfallPeriod.SinceMidnight).Inches);
    }

    [Fact]
    public async Task The_first_of_two_columns_with_one_name_counts()
    {
        RainfallReport report = await TestReports.ReportAsync("24-hour-column-twice");

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.DuplicateColumn, Column: "24 Hour" });
    }

    [Fact]
    public async Task A_feed_without_names_takes_them_from_another_feed()
    {
        RainfallReport report = await TestReports.ReportAsync("no-location-column");

        Assert.Equal("Hamilton Creek near Marble Falls", report.Find(SiteId.Parse("3018"))!.Site.Name);
        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.MissingColumn, Column: "Location" });
    }

    [Fact]
    public async Task The_later_of_two_equally_new_rows_of_a_site_counts_with_a_finding()
    {
        RainfallReport report = await TestReports.ReportAsync("duplicate-site");

        Assert.Equal(9.99m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal((FindingKind.DuplicateSite, 4L, SiteId.Parse("3018")), (finding.Kind, finding.Line, finding.Site));
        Assert.Contains("again with other amounts", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-01 06:55,0.01,0.01,0.01,0.04,0.01", "2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20")]
    [InlineData("2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20", "2026-10-01 06:55,0.01,0.01,0.01,0.04,0.01")]
    [InlineData("2026-10-02 06:55,,,,,", "2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20")]
    [InlineData("2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20", "2026-10-02 06:57,,,,,")]
    [InlineData("2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20,9,9,9", "2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20")]
    [InlineData("2026-10-03 06:55,0.01,0.01,0.01,0.04,0.01", "2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20")]
    [InlineData("2026-10-02 06:55,9.99,9.99,9.99,9.99,9.99", "2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20")]
    public async Task Of_two_rows_of_a_site_the_one_with_a_value_counts_then_the_newer_then_the_later(string first, string second)
    {
        string[] plain = Encoding.ASCII.GetString(FeedFile.Read(HydrometFeed.Rainfall, "plain")).Split("\r\n");
        string csv = string.Join("\r\n", plain.Select(line => line.StartsWith("3018,", StringComparison.Ordinal) ? $"3018,Hamilton Creek near Marble Falls,{first}\r\n3018,Hamilton Creek near Marble Falls,{second}" : line));

        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, Encoding.ASCII.GetBytes(csv))).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal((2.81m, TestReports.Central(10, 2, 6, 55)), (report.Total("3018", RainfallPeriod.TwentyFourHours).Inches, report.Find(SiteId.Parse("3018"))!.ObservedAt));
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.DuplicateSite && finding.Message.Contains("with other amounts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_with_a_nul_behind_it_is_not_an_amount() =>
        Assert.Equal(MissingReason.Unreadable, (await TestReports.ReportAsync("a-nul-behind-a-number")).Total("3018", RainfallPeriod.TwentyFourHours).Missing);

    [Theory]
    [InlineData("negative", "-0.01")]
    [InlineData("sentinel", "-998")]
    [InlineData("not-a-number", "n/a")]
    public async Task A_cell_that_is_not_an_amount_is_missing_and_counted_and_the_rest_stands(string anomaly, string value)
    {
        RainfallReport report = await TestReports.ReportAsync(anomaly);

        RainfallTotal total = report.Total("3018", RainfallPeriod.ThreeHours);
        Assert.Equal((null, MissingReason.Unreadable), (total.Inches, total.Missing));
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Finding finding = report.Findings[0];
        Assert.Equal((FindingKind.UnreadableValue, 3L, "3 Hour", value), (finding.Kind, finding.Line, finding.Column, finding.Value));
        Assert.Equal(report.Findings.Count, report.Feeds[0].UnreadableValueCount);
    }

    [Theory]
    [InlineData("decimal-comma")]
    [InlineData("exponent")]
    public async Task An_amount_written_in_another_way_is_not_guessed_at(string anomaly) =>
        Assert.Equal(MissingReason.Unreadable, (await TestReports.ReportAsync(anomaly)).Total("3018", RainfallPeriod.TwentyFourHours).Missing);

    [Fact]
    public async Task An_amount_with_many_decimals_is_rounded_to_hundredths() =>
        Assert.Equal(2.81m, (await TestReports.ReportAsync("many-decimals")).Total("3018", RainfallPeriod.TwentyFourHours).Inches);

    [Theory]
    [InlineData("rows-longer-than-header", "2959", "3018")]
    [InlineData("first-row-ends-in-a-comma", "2959", "3018")]
    [InlineData("one-row-short", "3018", "2959")]
    public async Task A_row_of_another_length_gives_no_number_and_the_rest_stands(string anomaly, string bad, string good)
    {
        RainfallReport report = await TestReports.ReportAsync(anomaly);

        Assert.Equal(MissingReason.Unreadable, report.Total(bad, RainfallPeriod.TwentyFourHours).Missing);
        Assert.NotNull(report.Total(good, RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(5, report.Feeds[0].UnreadableValueCount);
    }

    [Fact]
    public async Task A_row_without_a_site_number_is_left_out_and_counted()
    {
        RainfallReport report = await TestReports.ReportAsync("one-row-without-site-number");

        Assert.Equal((1, 1), (report.Feeds[0].RowCount, report.Feeds[0].SkippedRowCount));
        Assert.Equal(2, Assert.Single(report.Findings).Line);
    }

    public sealed class WithAPoint() : RecentRainfallTests(Point);

    public sealed class WithAComma() : RecentRainfallTests(Comma);
}
