using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

public class ConsistencyTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("spelled-otherwise")]
    public async Task Feeds_that_agree_have_no_findings(string recent) =>
        Assert.Empty((await TestReports.ReportAsync(recent)).CheckConsistency());

    [Theory]
    [InlineData(3, "1.20", "1.21", "Rain5Day.csv Today", "1.21", "1.20")]
    [InlineData(4, "2.81", "2.91", "Rain5Day.csv Last24", "2.91", "2.81")]
    public async Task Two_feeds_of_one_run_that_disagree_are_a_finding_with_both_values(
        int cell, string from, string to, string column, string value, string other)
    {
        RainfallReport report = await WithFiveDayAsync(cell, from, to);

        Assert.Contains(report.CheckConsistency(), finding =>
            finding is { Kind: FindingKind.TotalsDisagree } && (finding.Column, finding.Value, finding.OtherValue) == (column, value, other));
    }

    [Fact]
    public async Task Amounts_that_cannot_be_added_are_not_amounts()
    {
        RainfallReport report = await TestReports.ReportAsync(fiveDay: "more-than-can-be-added");

        Assert.Equal(MissingReason.Unreadable, report.Total("3018", RainfallPeriod.Today).Missing);
        Assert.Empty(report.CheckConsistency());
    }

    [Fact]
    public async Task Five_days_that_are_not_the_sum_of_their_parts_are_a_finding()
    {
        RainfallReport report = await WithFiveDayAsync(9, "2.82", "3.82");

        Finding finding = Assert.Single(report.CheckConsistency());
        Assert.Equal(("3.82", "2.82"), (finding.Value, finding.OtherValue));
        Assert.Equal(3.82m, report.Total("3018", RainfallPeriod.FiveDayTotal).Inches);
    }

    [Fact]
    public async Task Feeds_of_different_runs_are_not_held_against_each_other()
    {
        RainfallReport report = await WithFiveDayAsync(3, "1.20", "1.21", stamp: "2026-10-02 07:15");

        Assert.DoesNotContain(report.CheckConsistency(), finding => finding.Column == "Rain5Day.csv Today");
    }

    [Fact]
    public async Task A_month_that_lags_behind_two_weeks_is_reported_and_not_repaired()
    {
        RainfallReport report = await TestReports.JoinedAsync("month-class-lags");

        Finding finding = Assert.Single(report.CheckConsistency());
        Assert.Equal(
            (FindingKind.LongerWindowHasLess, "GetDataForAllSites rainfall2Weeks", "1.60", "GetDataForAllSites rainfall30Days", "1.53"),
            (finding.Kind, finding.Column, finding.Value, finding.OtherColumn, finding.OtherValue));
    }

    [Fact]
    public async Task The_same_reading_in_two_sources_with_two_numbers_is_a_finding()
    {
        RainfallReport report = await TestReports.JoinedAsync("differs-from-the-csv");

        Assert.Contains(report.CheckConsistency(), finding => (finding.Value, finding.OtherValue) == ("2.81", "2.91"));
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
    }

    [Fact]
    public async Task Feeds_of_different_days_are_named()
    {
        RainfallReport report = await TestReports.ReportAsync("just-before-midnight", "just-after-midnight");

        Assert.Equal([FindingKind.ReportDaysDiffer], report.CheckConsistency().Select(finding => finding.Kind));
    }

    private static Task<RainfallReport> WithFiveDayAsync(int cell, string from, string to, string stamp = "2026-10-02 07:00")
    {
        string[] lines = Encoding.ASCII.GetString(FeedFile.Read(HydrometFeed.FiveDayRainfall, "plain")).Split("\r\n");
        string[] cells = lines[2].Split(',');
        Assert.Equal(from, cells[cell]);
        cells[cell] = to;
        lines[2] = string.Join(',', cells);
        byte[] body = Encoding.ASCII.GetBytes(string.Join("\r\n", lines).Replace("2026-10-02 07:00", stamp, StringComparison.Ordinal));
        return TestReports.Client(TestReports.Feeds().With(HydrometFeed.FiveDayRainfall, body)).GetRainfallAsync(RainfallScope.CsvFeeds);
    }
}
