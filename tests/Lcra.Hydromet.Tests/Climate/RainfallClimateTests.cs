using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Climate;

public class RainfallClimateTests
{
    private static readonly RainfallClimateOptions Short = new() { MinYears = 1, MinNormalYears = 2 };

    [Fact]
    public void Days_with_the_same_amount_share_a_rank_and_say_so()
    {
        RainfallClimate climate = Years(2020, 2021, (new(2020, 5, 1), 3m), (new(2020, 7, 1), 2m), (new(2021, 5, 1), 2m), (new(2021, 7, 1), 1m));

        RainfallRank second = climate.RankOfDays(new(2021, 5, 1));
        Assert.Equal((2, 1), (second.Rank, second.TiedCount));
        Assert.Equal(4, climate.RankOfDays(new(2021, 7, 1)).Rank);
        Assert.Equal(
            "May 1, 2021: 2.00 in, the 2nd wettest day since January 1, 2020, tied with 1 other (of 731 days without a missing day).", second.ToString());
    }

    [Fact]
    public void Of_windows_that_overlap_the_wettest_counts_alone()
    {
        RainfallClimate climate = Years(2020, 2021, (new(2020, 5, 1), 3m), (new(2020, 5, 2), 3m), (new(2021, 5, 1), 2m));

        Assert.Equal(2, climate.RankOfDays(new(2021, 5, 2), 2).Rank);
        Assert.Equal(1, climate.RankOfDays(new(2020, 5, 3), 2).Rank);
    }

    [Fact]
    public void A_missing_day_is_not_dry()
    {
        RainfallClimate climate = Years(2020, 2021, (new(2020, 5, 1), 3m), (new(2020, 5, 2), null), (new(2021, 5, 1), 2m));

        RainfallRank rank = climate.RankOfDays(new(2020, 5, 2), 2);
        Assert.Equal((null, null, ClimateMissingReason.MissingDays, 1), (rank.Inches, rank.Rank, rank.Missing, rank.MissingDays));
        Assert.Equal((1, 730, 728), (climate.MissingDays, climate.RankOfDays(new(2021, 5, 1)).Count, climate.RankOfDays(new(2021, 5, 1), 2).Count));
    }

    [Fact]
    public void A_dry_day_has_no_rank_among_the_wettest() =>
        Assert.Equal(ClimateMissingReason.NoRain, Years(2020, 2021, (new(2020, 5, 1), 3m)).RankOfDays(new(2020, 6, 1)).Missing);

    [Fact]
    public void A_month_counts_with_one_missing_day_and_not_with_two()
    {
        RainfallClimate one = Years(2020, 2021, (new(2020, 5, 1), 3m), (new(2020, 5, 2), null), (new(2021, 5, 1), 2m));
        RainfallClimate two = Years(2020, 2021, (new(2020, 5, 1), 3m), (new(2020, 5, 2), null), (new(2020, 5, 3), null), (new(2021, 5, 1), 2m));

        Assert.Equal((2, 2), Place(one.RankOf(CalendarPeriod.Month, new(2021, 5, 31))));
        Assert.Equal((1, 1), Place(two.RankOf(CalendarPeriod.Month, new(2021, 5, 31))));
        Assert.Equal([2020], two.RankOf(CalendarPeriod.Month, new(2021, 5, 31)).YearsLeftOut);
        Assert.Equal(
            "May 2021: 2.00 in, the wettest of 1 year with data since 2020; 2020 left out for missing days.",
            two.RankOf(CalendarPeriod.Month, new(2021, 5, 31)).ToString());
    }

    [Fact]
    public void The_driest_month_is_sought_among_complete_ones()
    {
        RainfallClimate climate = Years(2020, 2021, [.. Enumerable.Range(1, 24).Select(month => (new DateOnly(2019 + ((month + 11) / 12), ((month - 1) % 12) + 1, 5), (decimal?)month)), (new(2020, 1, 9), null)]);

        RainfallExtreme driest = climate.ExtremeOf(CalendarPeriod.Month, isDriest: true);

        Assert.Equal((2m, new(2020, 2, 1), 23, 1), (driest.Inches, driest.Starts[0], driest.Count, driest.LeftOutCount));
        Assert.Equal("Driest month: February 2020, 2.00 in (of 23; 1 left out for missing days).", driest.ToString());
    }

    [Fact]
    public void A_month_that_is_not_over_is_compared_with_the_same_dates()
    {
        RainfallClimate climate = Years(2020, 2021, (new(2020, 5, 20), 3m), (new(2021, 5, 1), 2m));

        Assert.Equal((1, 2), Place(climate.RankOf(CalendarPeriod.Month, new(2021, 5, 10))));
        Assert.Equal((2, 2), Place(climate.RankOf(CalendarPeriod.Month, new(2021, 5, 31))));
        Assert.StartsWith("May 2021 through May 10, 2021: 2.00 in, the wettest of 2 years", climate.RankOf(CalendarPeriod.Month, new(2021, 5, 10)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_February_is_compared_with_whole_Februaries()
    {
        RainfallClimate climate = Years(2020, 2021, (new(2020, 2, 29), 3m), (new(2021, 2, 1), 2m));

        Assert.Equal((2, 2), Place(climate.RankOf(CalendarPeriod.Month, new(2021, 2, 28))));
        Assert.Equal((1, 2), Place(climate.RankOf(CalendarPeriod.Month, new(2021, 2, 27))));
        Assert.Equal((1, 2), Place(climate.RankOf(CalendarPeriod.Month, new(2020, 2, 29))));
    }

    [Theory]
    [InlineData("2021-01-15", "2020-12-01", "winter 2020-21 through January 15, 2021")]
    [InlineData("2020-12-31", "2020-12-01", "winter 2020-21 through December 31, 2020")]
    [InlineData("2020-02-29", "2019-12-01", "winter 2019-20:")]
    [InlineData("2020-05-31", "2020-03-01", "spring 2020:")]
    [InlineData("2020-08-31", "2020-06-01", "summer 2020:")]
    [InlineData("2020-11-30", "2020-09-01", "fall 2020:")]
    public void Seasons_are_meteorological_and_named(string last, string first, string name)
    {
        RainfallRank rank = Years(2020, 2021).RankOf(CalendarPeriod.Season, RecordedHistories.Day(last));

        Assert.Equal(RecordedHistories.Day(first), rank.First);
        Assert.StartsWith(name, rank.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_water_year_is_named_by_the_year_in_which_it_ends() => Assert.StartsWith(
        "water year 2021 through October 5, 2020: ", Years(2020, 2021).RankOf(CalendarPeriod.WaterYear, new(2020, 10, 5)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_record_below_the_minimum_has_amounts_and_no_ranks()
    {
        RainfallClimate climate = RainfallClimate.Of(Days(2020, 2023, [(new(2020, 5, 1), 3m)]));

        Assert.Equal((3m, null, ClimateMissingReason.RecordTooShort), Result(climate.RankOfDays(new(2020, 5, 1))));
        Assert.Equal((3m, null, ClimateMissingReason.RecordTooShort), Result(climate.RankOf(CalendarPeriod.Year, new(2020, 12, 31))));
        Assert.All(climate.Extremes(), extreme => Assert.Equal((null, ClimateMissingReason.RecordTooShort), (extreme.Inches, extreme.Missing)));
        Assert.All(climate.MonthlyNormals(), normal => Assert.Equal((null, ClimateMissingReason.RecordTooShort), (normal.Inches, normal.Missing)));
        Assert.Equal(ClimateMissingReason.RecordTooShort, climate.CompareWithNormal(CalendarPeriod.Year, new(2023, 6, 1)).Missing);
        Assert.Equal("Wettest day: the record is too short.", climate.WettestDays(1).ToString());
    }

    [Fact]
    public void Five_years_are_enough_for_ranks_and_ten_for_normals()
    {
        Assert.Equal(1, RainfallClimate.Of(Days(2020, 2024, [(new(2020, 5, 1), 3m)])).RankOfDays(new(2020, 5, 1)).Rank);
        Assert.Null(RainfallClimate.Of(Days(2011, 2020, [])).CompareWithNormal(CalendarPeriod.Year, new(2020, 6, 1)).NormalInches);
        Assert.NotNull(RainfallClimate.Of(Days(2010, 2020, [])).CompareWithNormal(CalendarPeriod.Year, new(2020, 6, 1)).NormalInches);
    }

    [Fact]
    public void A_record_without_an_amount_says_that_days_are_missing()
    {
        RainfallClimate climate = RainfallClimate.Of([]);

        Assert.Equal((null, null, 0, 0), (climate.FirstDay, climate.LastDay, climate.DayCount, climate.MissingDays));
        Assert.Equal(ClimateMissingReason.MissingDays, climate.RankOfDays(new(2020, 5, 1), 3).Missing);
        Assert.Equal(ClimateMissingReason.MissingDays, climate.RankOf(CalendarPeriod.Year, new(2020, 5, 1)).Missing);
        Assert.Null(climate.LongestDrySpell());
        Assert.All(climate.Extremes(), extreme => Assert.Null(extreme.Inches));
    }

    [Fact]
    public void A_normal_is_the_mean_and_its_percentage_is_of_the_same_dates()
    {
        RainfallClimate climate = Years(2020, 2022, (new(2020, 5, 1), 3m), (new(2021, 5, 1), 1m), (new(2022, 5, 1), 3m), (new(2021, 5, 30), 9m));

        RainfallNormalComparison may = climate.CompareWithNormal(CalendarPeriod.Month, new(2022, 5, 10));

        Assert.Equal((2m, 150m, 2, 1992, 2021), (may.NormalInches, may.Percent, may.YearCount, may.FirstYear, may.LastYear));
        Assert.Equal("May 2022 through May 10, 2022: 3.00 in, 150 percent of normal (2.00 in, 2 years of 1992 to 2021).", may.ToString());
    }

    [Fact]
    public void A_normal_of_zero_has_no_percentage() =>
        Assert.Equal(ClimateMissingReason.ZeroNormal, Years(2020, 2022, (new(2022, 5, 1), 3m)).CompareWithNormal(CalendarPeriod.Month, new(2022, 5, 10)).Missing);

    [Fact]
    public void The_span_of_a_normal_can_be_chosen()
    {
        RainfallClimate climate = RainfallClimate.Of(Days(2010, 2020, []), new RainfallClimateOptions { NormalLastYear = 2014, NormalYears = 4, MinNormalYears = 4 });

        Assert.Equal((2011, 2014, 4), (climate.MonthlyNormals()[0].FirstYear, climate.MonthlyNormals()[0].LastYear, climate.MonthlyNormals()[0].YearCount));
        Assert.Equal(4, climate.CompareWithNormal(CalendarPeriod.Year, new(2020, 6, 1)).YearCount);
    }

    [Fact]
    public void A_missing_day_ends_a_dry_spell_and_makes_it_a_lower_bound()
    {
        RainfallClimate climate = RainfallClimate.Of(TestSeries.Days(new(2020, 1, 1), 0.1m, 0m, 0m, null, 0m, 0m, 0m, 0.1m));
        RainfallClimate known = RainfallClimate.Of(TestSeries.Days(new(2020, 1, 1), 0.1m, 0m, 0m, 0.1m, 0m, null, 0m));

        Assert.Equal(new DrySpell { First = new(2020, 1, 5), Last = new(2020, 1, 7), IsLowerBound = true }, climate.LongestDrySpell());
        Assert.Equal("at least 3 days without rain, January 5, 2020 to January 7, 2020", climate.LongestDrySpell()!.ToString());
        Assert.Equal(new DrySpell { First = new(2020, 1, 2), Last = new(2020, 1, 3) }, known.LongestDrySpell());
    }

    [Fact]
    public void A_dry_spell_at_the_end_of_the_record_is_a_lower_bound_also_beside_the_day_that_is_not_over()
    {
        DailyRainfall[] days = [.. TestSeries.Days(new(2020, 1, 1), 0.1m, 0m, 0m), new() { Day = new(2020, 1, 4), Inches = 0m, IsPartial = true }];

        Assert.Equal(new DrySpell { First = new(2020, 1, 2), Last = new(2020, 1, 3), IsLowerBound = true }, RainfallClimate.Of(days).LongestDrySpell());
    }

    [Fact]
    public void Arguments_out_of_range_are_errors()
    {
        RainfallClimate climate = RainfallClimate.Of([]);

        Assert.Throws<ArgumentOutOfRangeException>("count", () => climate.RankOfDays(new(2020, 1, 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => climate.RankOfDays(new(2020, 1, 1), 31));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => climate.WettestDays(31));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => climate.RankOf((CalendarPeriod)9, new(2020, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("MinYears", () => new RainfallClimateOptions { MinYears = 0 });
        Assert.Throws<ArgumentException>(() => RainfallClimate.Of([new DailyRainfall { Day = new(3000, 1, 1), Inches = 0 }]));
    }

    private static RainfallClimate Years(int first, int last, params (DateOnly Day, decimal? Inches)[] rain) => RainfallClimate.Of(Days(first, last, rain), Short);

    private static IEnumerable<DailyRainfall> Days(int first, int last, (DateOnly Day, decimal? Inches)[] rain) =>
        rain.Select(day => new DailyRainfall { Day = day.Day, Inches = day.Inches })
            .Concat(TestSeries.DryDays(new(first, 1, 1), new(last, 12, 31)).Where(day => !Array.Exists(rain, wet => wet.Day == day.Day)));

    private static (int? Rank, int Count) Place(RainfallRank rank) => (rank.Rank, rank.Count);

    private static (decimal? Inches, int? Rank, ClimateMissingReason? Missing) Result(RainfallRank rank) => (rank.Inches, rank.Rank, rank.Missing);
}
