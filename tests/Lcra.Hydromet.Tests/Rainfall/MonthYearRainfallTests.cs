using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

public abstract class MonthYearRainfallTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("plain")]
    [InlineData("seven-fields-report-date-inside")]
    [InlineData("seven-fields-no-report-date", FindingKind.ReportTimeAssumed)]
    [InlineData("eight-fields-no-report-date", FindingKind.ReportTimeAssumed)]
    [InlineData("unknown-names", FindingKind.ColumnsByPosition)]
    [InlineData("unknown-names-seven-fields", FindingKind.ColumnsByPosition)]
    [InlineData("moved-columns", FindingKind.MovedColumn)]
    public async Task Whatever_its_header_the_seven_columns_are_read(string anomaly, params FindingKind[] findings)
    {
        RainfallReport report = await TestReports.ReportAsync(monthYear: anomaly);

        Assert.Equal(
            [2.10m, 1.88m, 25.76m, 25.59m],
            RainfallPeriod.All.Where(period => period.Feed == HydrometFeed.MonthYearRainfall).Select(period => report.Total("3018", period).Inches!.Value));
        Assert.Equal(findings, report.Findings.Select(finding => finding.Kind));
    }

    [Theory]
    [InlineData("plain", 7, 0)]
    [InlineData("seven-fields-report-date-inside", 7, 0)]
    [InlineData("seven-fields-no-report-date", 6, 56)]
    public async Task Without_a_report_date_the_newest_reading_stands_for_it(string anomaly, int hour, int minute)
    {
        RainfallTotal total = (await TestReports.ReportAsync(monthYear: anomaly)).Total("3018", RainfallPeriod.ThirtyDays);

        Assert.Equal(TestReports.Central(10, 2, hour, minute), total.Source.ReportedAt);
        Assert.Equal((TestReports.Central(9, 2, hour, minute), TestReports.Central(10, 2, hour, minute)), (total.Start, total.End));
    }

    [Fact]
    public async Task A_month_that_is_blank_on_the_first_is_not_a_zero()
    {
        RainfallTotal total = (await TestReports.ReportAsync(monthYear: "month-blank-on-the-1st")).Total("3018", RainfallPeriod.ThisMonth);

        Assert.Equal((null, MissingReason.Blank), (total.Inches, total.Missing));
        Assert.Equal((TestReports.Central(10, 1), TestReports.Central(10, 1, 0, 15)), (total.Start, total.End));
    }

    [Fact]
    public async Task A_gauge_last_read_last_month_has_no_total_for_this_one()
    {
        RainfallReport report = await TestReports.ReportAsync(monthYear: "read-last-month");

        Assert.Equal(MissingReason.Stale, report.Total("3018", RainfallPeriod.ThisMonth).Missing);
        Assert.Equal(25.76m, report.Total("3018", RainfallPeriod.ThisYear).Inches);
    }

    [Fact]
    public async Task A_gauge_last_read_last_year_has_no_total_of_this_year_or_the_last()
    {
        RainfallReport report = await TestReports.ReportAsync(monthYear: "read-last-year", now: TestReports.Central(1, 1, 0, 33, -6, 2027));

        Assert.Equal(MissingReason.Stale, report.Total("3018", RainfallPeriod.ThisYear).Missing);
        Assert.Equal(MissingReason.Stale, report.Total("3018", RainfallPeriod.LastYear).Missing);
    }

    [Fact]
    public async Task Last_year_is_the_whole_calendar_year()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.LastYear);

        Assert.Equal((TestReports.Central(1, 1, offset: -6, year: 2025), TestReports.Central(1, 1, offset: -6)), (total.Start, total.End));
        Assert.False(total.IsPartial);
    }

    public sealed class WithAPoint() : MonthYearRainfallTests(Point);

    public sealed class WithAComma() : MonthYearRainfallTests(Comma);
}
