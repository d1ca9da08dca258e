using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Totals made of one true rain series never conflict; totals that lag behind it do.</summary>
public class ConflictProperties
{
    private const int Runs = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Totals_of_one_true_series_never_conflict(int seed)
    {
        RandomSource random = new((ulong)seed);
        for (int run = 0; run < Runs; run++)
        {
            (DateTimeOffset observed, DateTimeOffset reported) = Reading(random, random.Next(31));
            RainfallReport report = TrueRain.Showers(random, observed, 40).Report(observed, reported);

            Assert.Empty(report.Gauges.SelectMany(gauge => gauge.Totals).SelectMany(total =>
                total.Conflicts.Select(conflict => $"run {run}, read {observed}, reported {reported}: {total} {conflict} {conflict.Inches}")));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Every_lag_of_the_month_beyond_tolerance_is_found_in_its_first_five_days(int seed)
    {
        RandomSource random = new((ulong)seed);
        int planted = 0;
        for (int run = 0; run < Runs; run++)
        {
            int day = random.Next(5);
            (DateTimeOffset observed, DateTimeOffset reported) = Reading(random, day, firstMinute: day == 0 ? 240 : 0);
            TimeSpan lag = TimeSpan.FromMinutes(15 + random.Next(106));
            TrueRain rain = TrueRain.Showers(random, observed, 3);
            RainfallTotal month = rain.Report(observed, reported, lag).Total(TrueRain.Lcra, RainfallPeriod.ThisMonth);
            int windows = CentralTime.DayOf(observed).Day - (CentralTime.At(observed).TimeOfDay == TimeSpan.Zero ? 1 : 0);
            if (rain.Steps(observed - lag, observed) <= windows || CentralTime.DayOf(observed) != CentralTime.DayOf(reported))
            {
                continue;
            }

            planted++;
            decimal truth = 0.01m * rain.Steps(month.Start!.Value, observed);
            Assert.True(month.Conflicts.Count > 0 && month.LowerBoundInches == truth, $"run {run}, read {observed}, lag {lag}: {month}, at least {month.LowerBoundInches}, true {truth}");
        }

        Assert.InRange(planted, 20, Runs);
    }

    // Around the months in which a year begins and the clocks change.
    private static (DateTimeOffset Observed, DateTimeOffset Reported) Reading(RandomSource random, int day, int firstMinute = 0)
    {
        int[] months = [1, 3, 6, 11];
        DateTimeOffset midnight = CentralTime.StartOfDay(new DateOnly(2026, months[random.Next(months.Length)], 1).AddDays(day));
        DateTimeOffset observed = midnight.AddMinutes(firstMinute + random.Next((23 * 60) - firstMinute));
        return (observed, observed.AddMinutes(random.Next(6)));
    }
}
