using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Climate;

/// <summary>
/// The climate of two whole records against numbers of another program. They are computed by a script in Python with datetime and decimal
/// alone: a dictionary of days, sums by loops over dates, ranks by counting larger amounts, at most 5 percent of the days missing, without
/// May 15, 1997 at 2959 and without the day that is not over.
/// </summary>
public class RecordedClimateTests
{
    private static readonly DateOnly Yesterday = new(2026, 10, 1);
    private static readonly RainfallClimate Hamilton = RainfallClimate.Of(DailyRecording.HamiltonCreek());
    private static readonly RainfallClimate Marble = RainfallClimate.Of(DailyRecording.MarbleFalls());

    [Fact]
    public void The_span_and_the_days_of_each_record()
    {
        Assert.Equal((new(2002, 6, 19), Yesterday, 8848, 23), (Hamilton.FirstDay!.Value, Hamilton.LastDay!.Value, Hamilton.DayCount, Hamilton.MissingDays));
        Assert.Equal((new(1991, 11, 30), Yesterday, 12_419, 306), (Marble.FirstDay!.Value, Marble.LastDay!.Value, Marble.DayCount, Marble.MissingDays));
    }

    [Fact]
    public void The_false_day_of_1997_is_shown_apart_and_has_no_rank()
    {
        SuspectDay suspect = Assert.Single(Marble.SuspectDays);

        Assert.Equal((new(1997, 5, 15), 10.68m), (suspect.Day, suspect.Inches));
        Assert.EndsWith("There is no neighbor to compare.", suspect.Reason, StringComparison.Ordinal);
        Assert.Equal(ClimateMissingReason.SuspectDay, Marble.RankOfDays(new(1997, 5, 15)).Missing);
    }

    [Fact]
    public void The_rain_bomb_of_2007_is_the_wettest_day_at_one_gauge_and_the_second_at_the_other()
    {
        Assert.Empty(Hamilton.SuspectDays);
        Assert.Equal((15.82m, 1), (Hamilton.RankOfDays(new(2007, 6, 27)).Inches, Hamilton.RankOfDays(new(2007, 6, 27)).Rank));
        Assert.Equal((6.79m, 2), (Marble.RankOfDays(new(2007, 6, 27)).Inches, Marble.RankOfDays(new(2007, 6, 27)).Rank));
        Assert.Equal((6.90m, 1), (Marble.RankOfDays(new(2001, 11, 15)).Inches, Marble.RankOfDays(new(2001, 11, 15)).Rank));
    }

    [Theory]
    [InlineData(3018, "2026-10-01", 1, "1.62", 86, 0, 8848)]
    [InlineData(3018, "2026-10-01", 2, "1.62", 111, 1, 8844)]
    [InlineData(3018, "2026-10-01", 3, "1.62", 125, 3, 8840)]
    [InlineData(3018, "2026-10-01", 7, "1.64", 139, 3, 8824)]
    [InlineData(3018, "2026-10-01", 30, "1.84", 122, 1, 8732)]
    [InlineData(3018, "2007-06-28", 2, "15.84", 1, 0, 8844)]
    [InlineData(3018, "2015-05-25", 3, "4.22", 15, 0, 8840)]
    [InlineData(3018, "2015-05-25", 10, "7.87", 7, 0, 8812)]
    [InlineData(2959, "2026-10-01", 1, "1.47", 122, 0, 12_419)]
    [InlineData(2959, "2026-10-01", 10, "2.35", 115, 2, 12_256)]
    [InlineData(2959, "2007-06-28", 3, "7.31", 4, 0, 12_381)]
    [InlineData(2959, "2007-06-28", 30, "12.64", 2, 0, 11_986)]
    [InlineData(2959, "2015-05-25", 5, "5.40", 10, 0, 12_343)]
    public void The_rank_of_days(int gauge, string last, int days, string inches, int rank, int tied, int count)
    {
        RainfallRank found = Of(gauge).RankOfDays(RecordedHistories.Day(last), days);

        Assert.Equal((Amount(inches), rank, tied, count), (found.Inches, found.Rank, found.TiedCount, found.Count));
    }

    [Theory]
    [InlineData(3018, "2026-10-01", CalendarPeriod.Month, "1.62", 1, 25, 25, "")]
    [InlineData(3018, "2026-10-01", CalendarPeriod.Season, "1.84", 15, 11, 25, "")]
    [InlineData(3018, "2026-10-01", CalendarPeriod.Year, "25.50", 6, 18, 23, "2002 2025")]
    [InlineData(3018, "2026-09-30", CalendarPeriod.Month, "0.22", 24, 2, 25, "")]
    [InlineData(3018, "2026-09-30", CalendarPeriod.WaterYear, "27.31", 12, 12, 23, "2002 2025")]
    [InlineData(3018, "2007-06-30", CalendarPeriod.Year, "44.20", 1, 24, 24, "2002")]
    [InlineData(3018, "2007-12-31", CalendarPeriod.Year, "54.91", 1, 22, 22, "2002 2025")]
    [InlineData(3018, "2011-12-31", CalendarPeriod.Year, "13.45", 22, 1, 22, "2002 2025")]
    [InlineData(3018, "2016-02-29", CalendarPeriod.Season, "2.57", 19, 6, 24, "")]
    [InlineData(2959, "2026-10-01", CalendarPeriod.Year, "26.82", 5, 29, 33, "1992 1998")]
    [InlineData(2959, "2026-09-30", CalendarPeriod.Season, "1.20", 20, 15, 34, "1998")]
    [InlineData(2959, "2026-09-30", CalendarPeriod.WaterYear, "28.06", 12, 21, 32, "1992 1998 1999")]
    [InlineData(2959, "2007-06-30", CalendarPeriod.Month, "12.41", 1, 33, 33, "1992 1998")]
    [InlineData(2959, "2011-12-31", CalendarPeriod.Year, "15.66", 30, 4, 33, "1991 1998")]
    [InlineData(2959, "2016-02-29", CalendarPeriod.Season, "2.71", 25, 10, 34, "1998")]
    public void The_rank_of_a_month_season_and_year(int gauge, string last, CalendarPeriod period, string inches, int rank, int driest, int count, string leftOut)
    {
        RainfallRank found = Of(gauge).RankOf(period, RecordedHistories.Day(last));

        Assert.Equal((Amount(inches), rank, driest, count), (found.Inches, found.Rank, found.RankFromDriest, found.Count));
        Assert.Equal(leftOut, string.Join(' ', found.YearsLeftOut));
    }

    [Theory]
    [InlineData(3018, "2026-10-01", CalendarPeriod.Year, "22.5950", "112.9", 22)]
    [InlineData(3018, "2026-09-30", CalendarPeriod.Month, "3.1350", "7.0", 24)]
    [InlineData(3018, "2026-10-01", CalendarPeriod.Season, "3.2021", "57.5", 24)]
    [InlineData(3018, "2016-02-29", CalendarPeriod.Year, "3.3677", "30.0", 13)]
    [InlineData(2959, "2026-10-01", CalendarPeriod.Year, "20.6428", "129.9", 29)]
    [InlineData(2959, "2026-09-30", CalendarPeriod.WaterYear, "26.5493", "105.7", 28)]
    [InlineData(2959, "2007-06-30", CalendarPeriod.Month, "3.4323", "361.6", 13)]
    [InlineData(2959, "2011-12-31", CalendarPeriod.Year, "25.9722", "60.3", 18)]
    public void The_percent_of_normal(int gauge, string last, CalendarPeriod period, string normal, string percent, int years)
    {
        RainfallNormalComparison found = Of(gauge).CompareWithNormal(period, RecordedHistories.Day(last));

        Assert.Equal((Amount(normal), Amount(percent), years), (found.NormalInches, found.Percent, found.YearCount));
    }

    [Fact]
    public void The_monthly_normals_of_1996_to_2025()
    {
        Assert.Equal(
            [1.7500m, 1.3809m, 2.4061m, 2.5317m, 4.1059m, 3.3522m, 1.9452m, 1.8896m, 3.1350m, 2.8121m, 2.3265m, 1.1746m],
            Hamilton.MonthlyNormals().Select(normal => normal.Inches!.Value));
        Assert.Equal([23, 23, 23, 23, 22, 23, 23, 24, 24, 24, 23, 24], Hamilton.MonthlyNormals().Select(normal => normal.YearCount));
        Assert.Equal(
            [1.6580m, 1.4738m, 2.4945m, 2.1493m, 4.0857m, 2.9600m, 1.9166m, 1.3069m, 2.6934m, 2.6103m, 2.3369m, 1.3400m],
            Marble.MonthlyNormals().Select(normal => normal.Inches!.Value));
        Assert.Equal((1996, 2025, 28), (Marble.MonthlyNormals()[4].FirstYear, Marble.MonthlyNormals()[4].LastYear, Marble.MonthlyNormals()[4].YearCount));
        Assert.Equal([1997, 1998], Marble.MonthlyNormals()[4].YearsLeftOut);
    }

    [Fact]
    public void The_yearly_sums_that_LCRA_publishes_are_the_ones_that_are_ranked() => Assert.Equal(
        [21.19m, 42.06m, 22.95m, 24.91m, 54.91m, 15.70m, 34.34m, 28.32m, 13.45m, 26.13m, 33.01m, 24.47m, 35.48m, 46.54m, 28.02m, 40.65m, 21.64m, 25.20m, 28.96m, 17.09m, 24.98m, 24.27m],
        Enumerable.Range(2003, 22).Select(year => Hamilton.RankOf(CalendarPeriod.Year, new DateOnly(year, 12, 31)).Inches!.Value));

    [Fact]
    public void The_year_2025_that_lacks_July_6_to_24_has_no_rank()
    {
        RainfallRank year = Hamilton.RankOf(CalendarPeriod.Year, new(2025, 12, 31));

        Assert.Equal((null, null, 19, ClimateMissingReason.MissingDays), (year.Inches, year.Rank, year.MissingDays, year.Missing));
    }

    [Theory]
    [InlineData(3018, 1, "15.82", "2007-06-27")]
    [InlineData(3018, 2, "17.96", "2007-06-26")]
    [InlineData(3018, 3, "18.25", "2007-06-25")]
    [InlineData(3018, 5, "18.28", "2007-06-25")]
    [InlineData(3018, 7, "19.15", "2007-06-21")]
    [InlineData(3018, 10, "19.80", "2007-06-25")]
    [InlineData(3018, 30, "23.56", "2007-06-03")]
    [InlineData(2959, 1, "6.90", "2001-11-15")]
    [InlineData(2959, 2, "7.40", "2001-11-14")]
    [InlineData(2959, 3, "8.34", "2007-03-11")]
    [InlineData(2959, 5, "8.54", "2002-06-30")]
    [InlineData(2959, 7, "11.27", "2002-06-29")]
    [InlineData(2959, 10, "13.22", "2002-06-26")]
    [InlineData(2959, 30, "14.34", "2002-06-15 2002-06-16")]
    public void The_wettest_days(int gauge, int days, string inches, string starts)
    {
        RainfallExtreme found = Of(gauge).WettestDays(days);

        Assert.Equal((Amount(inches), starts), (found.Inches, Starts(found)));
    }

    [Theory]
    [InlineData(3018, CalendarPeriod.Month, "22.96", "2007-06-01", 288, 4)]
    [InlineData(3018, CalendarPeriod.Season, "30.54", "2007-06-01", 95, 2)]
    [InlineData(3018, CalendarPeriod.Year, "54.91", "2007-01-01", 22, 2)]
    [InlineData(3018, CalendarPeriod.WaterYear, "59.19", "2006-10-01", 23, 2)]
    [InlineData(2959, CalendarPeriod.Month, "12.41", "2007-06-01", 404, 15)]
    [InlineData(2959, CalendarPeriod.Season, "19.74", "2018-09-01", 134, 6)]
    [InlineData(2959, CalendarPeriod.Year, "44.40", "2007-01-01", 33, 2)]
    [InlineData(2959, CalendarPeriod.WaterYear, "48.76", "2006-10-01", 32, 3)]
    public void The_wettest_periods(int gauge, CalendarPeriod period, string inches, string starts, int count, int leftOut)
    {
        RainfallExtreme found = Of(gauge).ExtremeOf(period, isDriest: false);

        Assert.Equal((Amount(inches), starts, count, leftOut), (found.Inches, Starts(found), found.Count, found.LeftOutCount));
    }

    [Theory]
    [InlineData(3018, CalendarPeriod.Month, "0.00", "2003-04-01 2006-11-01 2011-03-01 2011-08-01 2016-10-01 2023-08-01", 288)]
    [InlineData(3018, CalendarPeriod.Season, "0.71", "2007-12-01", 93)]
    [InlineData(3018, CalendarPeriod.Year, "13.45", "2011-01-01", 20)]
    [InlineData(3018, CalendarPeriod.WaterYear, "7.33", "2010-10-01", 21)]
    [InlineData(2959, CalendarPeriod.Season, "0.81", "2007-12-01", 124)]
    [InlineData(2959, CalendarPeriod.Year, "12.14", "2008-01-01", 25)]
    [InlineData(2959, CalendarPeriod.WaterYear, "8.14", "2010-10-01", 25)]
    public void The_driest_complete_periods(int gauge, CalendarPeriod period, string inches, string starts, int count)
    {
        RainfallExtreme found = Of(gauge).ExtremeOf(period, isDriest: true);

        Assert.Equal((Amount(inches), starts, count), (found.Inches, Starts(found), found.Count));
    }

    [Fact]
    public void The_longest_dry_spells()
    {
        Assert.Equal(new DrySpell { First = new(2023, 7, 3), Last = new(2023, 9, 12) }, Hamilton.LongestDrySpell());
        Assert.Equal(new DrySpell { First = new(1999, 7, 21), Last = new(1999, 10, 15) }, Marble.LongestDrySpell());
        Assert.Equal((72, 87), (Hamilton.LongestDrySpell()!.DayCount, Marble.LongestDrySpell()!.DayCount));
    }

    [Fact]
    public void The_day_that_is_not_over_counts_with_its_amount_so_far_and_is_no_rival()
    {
        RainfallRank today = Hamilton.RankOfDays(new(2026, 10, 2));
        RainfallRank both = Hamilton.RankOfDays(new(2026, 10, 2), 2);

        Assert.Equal((1.20m, true), (today.Inches, today.IsPartial));
        Assert.Equal((2.82m, true), (both.Inches, both.IsPartial));
        Assert.Equal(8848, today.Count);
        Assert.Contains("1.20 in so far", today.ToString(), StringComparison.Ordinal);
    }

    private static RainfallClimate Of(int gauge) => gauge == 3018 ? Hamilton : Marble;

    private static decimal Amount(string inches) => decimal.Parse(inches, System.Globalization.CultureInfo.InvariantCulture);

    private static string Starts(RainfallExtreme extreme) =>
        string.Join(' ', extreme.Starts.Select(start => start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
