using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Each rule, just within its tolerance and just beyond.</summary>
public class ConflictRuleTests
{
    [Theory]
    [InlineData("24 Hour", "24_hour", "contains:this_month")]
    [InlineData("1 Hour", "1_hour", "nonDecreasing:3_hour")]
    [InlineData("Month", "this_month", "tiles:2_days_ago+1_day_ago+since_midnight")]
    [InlineData("Since", "5_day_total", "tiles:4_days_ago+3_days_ago+2_days_ago+1_day_ago+today")]
    public void A_column_that_is_wrong_breaks_the_rule_that_holds_it(string column, string period, string conflict)
    {
        RainfallTotal total = Report(column, 1.00m).Total(TrueRain.Lcra, Period(period));

        Assert.Contains(conflict, total.Conflicts.Select(found => found.ToString()));
    }

    [Fact]
    public void Two_equal_windows_must_have_equal_amounts()
    {
        DateTimeOffset observed = TestReports.Central(10, 1, 9);
        RainfallTotal month = Rain("Month", -0.02m).Report(observed, observed).Total(TrueRain.Lcra, RainfallPeriod.ThisMonth);

        Assert.Contains("equals:since_midnight", month.Conflicts.Select(conflict => conflict.ToString()));
        Assert.Equal(0.10m, month.LowerBoundInches);
    }

    [Theory]
    [InlineData("Month", -3, false)]
    [InlineData("Month", -4, true)]
    [InlineData("Month,Year,30 Days,168,336,72,Since", 3, false)]
    [InlineData("Month,Year,30 Days,168,336,72,Since", 4, true)]
    [InlineData("1 Hour", 1, false)]
    [InlineData("1 Hour", 2, true)]
    public void Amounts_may_differ_by_one_step_for_each_window_that_is_added_up(string columns, int hundredths, bool conflicts)
    {
        TrueRain rain = new(from day in Enumerable.Range(1, 3) from step in Enumerable.Range(0, 10) select TestReports.Central(10, day, 7, step))
        {
            Errors = columns.Split(',').ToDictionary(column => column, _ => hundredths / 100m),
        };
        RainfallReport report = rain.Report(TestReports.Central(10, 3, 10, 30), TestReports.Central(10, 3, 10, 35));

        Assert.Equal(conflicts, report.Find(SiteId.Parse(TrueRain.Lcra))!.Totals.Any(total => total.Conflicts.Count > 0));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Austins_gauges_have_a_step_of_four_hundredths(int hundredths, bool conflicts) =>
        Assert.Equal(conflicts, Report("1", hundredths / 100m).Find(SiteId.Parse(TrueRain.Austin))![RainfallPeriod.OneHour].Conflicts.Count > 0);

    [Fact]
    public void An_amount_above_the_sum_of_its_parts_has_a_conflict_and_no_lower_bound()
    {
        RainfallTotal month = Report("Month", 1.00m).Total(TrueRain.Lcra, RainfallPeriod.ThisMonth);

        Assert.Contains(month.Conflicts, conflict => conflict.Rule == RainfallConflictRule.Tiles);
        Assert.Null(month.LowerBoundInches);
    }

    [Fact]
    public void Windows_apart_from_each_other_prove_together_what_none_proves_alone()
    {
        DateTimeOffset observed = TestReports.Central(10, 20, 9);
        TrueRain rain = new([.. Enumerable.Repeat(observed.AddDays(-3), 30), .. Enumerable.Repeat(observed.AddHours(-1).AddMinutes(1), 30)])
        {
            Errors = { ["30 Days"] = -0.25m, ["Since"] = -0.30m, ["168"] = -0.30m, ["336"] = -0.30m, ["Month"] = -0.30m },
        };
        RainfallTotal month = rain.Report(observed, observed).Total(TrueRain.Lcra, RainfallPeriod.ThirtyDays);

        RainfallConflict sum = Assert.Single(month.Conflicts);
        Assert.Equal((RainfallConflictRule.Contains, 0.60m, 0.60m), (sum.Rule, sum.Inches, month.LowerBoundInches));
        Assert.Equal(RainfallPeriod.ThreeDaysAgo, sum.Parts[0]);
    }

    [Fact]
    public void An_approximate_start_may_explain_what_fell_in_the_hour_beside_it()
    {
        // 48 hours back from half past midnight of the 3rd is inside the month by half an hour only.
        DateTimeOffset observed = TestReports.Central(10, 3, 0, 30);
        TrueRain rain = new(Enumerable.Repeat(observed.AddHours(-30), 10)) { Errors = { ["48"] = 0.50m } };

        RainfallTotal twoDays = rain.Report(observed, observed).Total(TrueRain.Austin, RainfallPeriod.FortyEightHours);

        Assert.DoesNotContain(twoDays.Conflicts, conflict => conflict.Period == RainfallPeriod.ThisMonth);
    }

    [Fact]
    public void Feeds_of_different_days_are_not_compared()
    {
        DateTimeOffset observed = TestReports.Central(10, 2, 9);
        RainfallReport today = Report("24 Hour", 1.00m, observed);
        RainfallReport yesterday = Rain("Month", 0).Report(observed.AddDays(-1), observed.AddDays(-1));
        RainfallReport mixed = new(new Lcra.Hydromet.Rainfall.Internal.RainfallFeedSet(
            today.FeedSet[HydrometFeed.Rainfall], yesterday.FeedSet[HydrometFeed.FiveDayRainfall], yesterday.FeedSet[HydrometFeed.MonthYearRainfall]));

        Assert.All(mixed.Gauges.SelectMany(gauge => gauge.Totals), total => Assert.Empty(total.Conflicts));
    }

    private static RainfallReport Report(string column, decimal error, DateTimeOffset? at = null)
    {
        DateTimeOffset observed = at ?? TestReports.Central(10, 3, 9);
        return Rain(column, error).Report(observed, observed.AddMinutes(5));
    }

    private static TrueRain Rain(string column, decimal error) =>
        new(Enumerable.Repeat(TestReports.Central(10, 1, 8, 30), 10)) { Errors = { [column] = error } };

    private static RainfallPeriod Period(string key) => RainfallPeriod.TryParse(key, out RainfallPeriod? period) ? period : throw new ArgumentException(key, nameof(key));
}
