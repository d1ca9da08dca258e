using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class DailyRainfallQualityTests
{
    private const decimal LcraTip = 0.01m;
    private const decimal OldTip = 0.04m;
    private static readonly DateOnly First = new(2026, 7, 1);

    [Fact]
    public void The_false_10_68_inches_of_1997_are_an_isolated_extreme()
    {
        RainfallFlag flag = Assert.Single(
            DailyRainfallQuality.Check(DailyRecording.FalseExtremeOf1997(), OldTip),
            flag => flag.Kind == RainfallFlagKind.IsolatedExtreme);

        Assert.Equal((new DateOnly(1997, 5, 15), 10.68m), (flag.Day, flag.Inches));
        Assert.Equal("10.68 in without rain the day before or after, and 1 of the 14 days around it missing from the record.", flag.Message);
    }

    [Fact]
    public void The_flood_of_november_2001_is_not_flagged() => Assert.Empty(DailyRainfallQuality.Check(DailyRecording.FloodOf2001(), LcraTip));

    [Fact]
    public void The_flood_of_june_2007_is_not_flagged() => Assert.Empty(DailyRainfallQuality.Check(DailyRecording.FloodOf2007(), LcraTip));

    [Fact]
    public void The_heaviest_day_of_a_whole_record_is_not_flagged() => Assert.DoesNotContain(
        DailyRainfallQuality.Check(DailyRecording.HamiltonCreek(), LcraTip),
        flag => flag.Day == new DateOnly(2007, 6, 27));

    [Fact]
    public void The_storm_of_october_2026_is_not_flagged() => Assert.Empty(DailyRainfallQuality.Check(DailyRecording.TelegraphOf2026(), LcraTip));

    [Fact]
    public void A_flood_beside_missing_days_is_not_an_isolated_extreme_when_it_rained_the_day_before() =>
        Assert.DoesNotContain(RainfallFlagKind.IsolatedExtreme, Kinds(0m, 0.50m, 6.90m, null, 0m));

    [Fact]
    public void An_extreme_between_days_that_are_missing_stands_alone() =>
        Assert.Contains(RainfallFlagKind.IsolatedExtreme, Kinds(0m, null, 10.68m, null, 0m));

    [Fact]
    public void A_lone_cloudburst_in_a_whole_record_is_believed() =>
        Assert.Empty(Kinds(0m, 0m, 5.20m, 0m, 0m));

    [Fact]
    public void A_lone_day_of_twice_what_a_year_has_seen_is_an_isolated_extreme() => Assert.Equal(
        [RainfallFlagKind.IsolatedExtreme],
        Kinds([.. Enumerable.Repeat<decimal?>(0m, 400), 3m, .. Enumerable.Repeat<decimal?>(0m, 30), 6m, 0m]));

    [Fact]
    public void A_lone_day_of_less_than_twice_what_a_year_has_seen_is_believed() =>
        Assert.Empty(Kinds([.. Enumerable.Repeat<decimal?>(0m, 400), 3m, .. Enumerable.Repeat<decimal?>(0m, 30), 5.99m, 0m]));

    [Fact]
    public void An_extreme_at_the_edge_of_the_record_is_not_judged() => Assert.DoesNotContain(RainfallFlagKind.IsolatedExtreme, Kinds(0m, null, 0m, 10.68m));

    [Fact]
    public void A_running_day_that_is_still_dry_says_nothing_about_the_day_before() => Assert.DoesNotContain(
        DailyRainfallQuality.Check(
            [.. TestSeries.Days(First, 0m, null, 0m, 10.68m), new DailyRainfall { Day = First.AddDays(4), Inches = 0m, IsPartial = true }], LcraTip),
        flag => flag.Kind == RainfallFlagKind.IsolatedExtreme);

    [Fact]
    public void The_same_amount_three_days_in_a_row_is_flagged_on_each() => Assert.Equal(
        [(First.AddDays(1), RainfallFlagKind.RepeatedValue), (First.AddDays(2), RainfallFlagKind.RepeatedValue), (First.AddDays(3), RainfallFlagKind.RepeatedValue)],
        DailyRainfallQuality.Check([.. TestSeries.Days(First, 0m, 0.42m, 0.42m, 0.42m, 0.10m)], LcraTip).Select(flag => (flag.Day, flag.Kind)));

    [Fact]
    public void Rain_beside_a_missing_day_says_on_which_side_it_is() => Assert.Equal(
        [
            "The record lacks the day after; 0.50 in can be more or less than this day's rain.",
            "The record lacks the day before; 0.30 in can be more or less than this day's rain.",
        ],
        DailyRainfallQuality.Check([.. TestSeries.Days(First, 0.50m, null, 0.30m, 0m, null)], LcraTip).Select(flag => flag.Message));

    [Fact]
    public void The_same_amount_twice_is_chance() => Assert.Empty(Kinds(0.42m, 0.42m, 0m, 0.42m));

    [Fact]
    public void Single_tips_day_after_day_are_drizzle() => Assert.Empty(Kinds(0.01m, 0.01m, 0.01m, 0.01m));

    [Fact]
    public void A_repeat_does_not_reach_over_missing_days() =>
        Assert.DoesNotContain(RainfallFlagKind.RepeatedValue, Kinds(0.42m, 0.42m, null, 0.42m));

    [Fact]
    public void An_amount_that_tips_cannot_make_is_flagged() => Assert.Equal(
        "0.07 in is not a multiple of 0.04 in, the gauge's resolution.",
        Assert.Single(DailyRainfallQuality.Check([.. TestSeries.Days(First, 0.08m, 0.07m)], OldTip)).Message);

    [Fact]
    public void Rain_beside_missing_days_is_flagged_and_dry_days_are_not() => Assert.Equal(
        [First.AddDays(1), First.AddDays(3)],
        DailyRainfallQuality.Check([.. TestSeries.Days(First, 0.10m, 0.10m, null, 0.20m, 0m, null, 0m)], LcraTip).Select(flag => flag.Day));

    [Fact]
    public void Less_than_no_rain_is_flagged() => Assert.Contains(RainfallFlagKind.Negative, Kinds(0m, -998m, 0m));

    [Fact]
    public void The_order_of_the_days_does_not_matter() => Assert.Equal(
        DailyRainfallQuality.Check(DailyRecording.FalseExtremeOf1997(), OldTip),
        DailyRainfallQuality.Check([.. DailyRecording.FalseExtremeOf1997().Reverse()], OldTip));

    [Fact]
    public void A_record_without_days_has_no_flags() => Assert.Empty(DailyRainfallQuality.Check([], LcraTip));

    [Fact]
    public void A_comma_for_a_decimal_sign_changes_no_message()
    {
        using CultureScope scope = new("de-DE");

        Assert.StartsWith("0.07 in is not a multiple of 0.04 in", DailyRainfallQuality.Check([.. TestSeries.Days(First, 0.07m)], OldTip)[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tip_of_nothing_is_an_argument_error() =>
        Assert.Equal("resolutionInches", Assert.Throws<ArgumentOutOfRangeException>(() => DailyRainfallQuality.Check([], 0)).ParamName);

    private static IEnumerable<RainfallFlagKind> Kinds(params decimal?[] inches) =>
        DailyRainfallQuality.Check([.. TestSeries.Days(First, inches)], LcraTip).Select(flag => flag.Kind);
}
