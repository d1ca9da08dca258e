using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Climate;

public class RainfallClimateSummaryTests
{
    [Fact]
    public void A_summary_is_of_the_last_whole_day_and_has_the_running_day_first()
    {
        RainfallClimateSummary summary = RainfallClimate.Of(DailyRecording.HamiltonCreek()).Summarize();

        Assert.Equal(new DateOnly(2026, 10, 1), summary.AsOf);
        Assert.Equal((true, 1.20m), (summary.Ranks[0].IsPartial, summary.Ranks[0].Inches));
        Assert.Equal([1, 1, 2, 3, 7, 30], summary.Ranks.Where(rank => rank.Period is null).Select(rank => rank.DayCount));
        Assert.Equal([CalendarPeriod.Month, CalendarPeriod.Season, CalendarPeriod.Year, CalendarPeriod.WaterYear], summary.Ranks.Select(rank => rank.Period).OfType<CalendarPeriod>());
        Assert.Equal((4, 12, 15, 0), (summary.Normals.Count, summary.MonthlyNormals.Count, summary.Extremes.Count, summary.ReturnPeriods.Count));
        Assert.Equal("Daily rain from June 19, 2002 to October 1, 2026: 8,848 days, 23 missing.", summary.ToString());
    }

    [Fact]
    public void A_summary_of_another_day_ranks_what_was_known_of_that_day()
    {
        RainfallClimateSummary summary = RainfallClimate.Of(DailyRecording.HamiltonCreek()).Summarize(new(2007, 6, 27));

        Assert.Equal((15.82m, 1, false), (summary.Ranks[0].Inches, summary.Ranks[0].Rank, summary.Ranks[0].IsPartial));
        Assert.Equal((1, 24), (summary.Ranks.Single(rank => rank.Period == CalendarPeriod.Year).Rank, summary.Ranks.Single(rank => rank.Period == CalendarPeriod.Year).Count));
    }

    [Fact]
    public void With_a_table_it_has_the_return_periods_of_the_ranked_and_the_wettest_days_with_their_dates()
    {
        RainfallClimateSummary summary = RainfallClimate.Of(DailyRecording.HamiltonCreek()).Summarize(table: Atlas14Table.Parse(Atlas14Files.Irving));

        ReturnPeriod wettest = Assert.Single(summary.ReturnPeriods, found => found.Inches == 15.82m);
        Assert.Equal((1000, 1.13m), (wettest.RarerThanYears, wettest.Factor));
        Assert.StartsWith("June 27, 2007: 15.82 in, 1 day: rarer than 1,000 years (a calendar day, compared as 17.88 in, ", wettest.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(summary.ReturnPeriods, found => found.Inches == 1.20m);
        Assert.All(summary.ReturnPeriods.Where(found => found.DurationMinutes > 2880), found => Assert.Equal(ClimateMissingReason.NotInTable, found.Missing));
    }

    [Fact]
    public void A_record_without_an_amount_has_a_summary_without_ranks()
    {
        RainfallClimateSummary summary = RainfallClimate.Of([]).Summarize();

        Assert.Null(summary.AsOf);
        Assert.Empty(summary.Ranks);
        Assert.Equal("Daily rain: no day with an amount.", summary.ToString());
    }
}
