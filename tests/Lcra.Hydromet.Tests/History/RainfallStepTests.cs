using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet.History.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

[SuppressMessage("Security", "CA5394", Justification = "Generated readings are no secret.")]
public class RainfallStepTests
{
    private static readonly DateTimeOffset Start = TestReports.Central(10, 1, 6);

    [Fact]
    public void The_first_reading_has_no_step_and_each_later_one_the_exact_difference()
    {
        IReadOnlyList<RainfallStep> steps = RainfallStep.Of(Every15Minutes(12.10m, 12.11m, 12.11m, 12.19m));

        Assert.Equal([null, 0.01m, 0m, 0.08m], steps.Select(step => step.Inches));
        Assert.Equal([MissingReason.NotInFeed, null, null, null], steps.Select(step => step.Missing));
    }

    [Fact]
    public void A_glitch_is_unreadable_and_adds_nothing()
    {
        IReadOnlyList<RainfallStep> steps = RainfallStep.Of(Every15Minutes(5.00m, 5.02m, 0.00m, 5.03m));

        Assert.Equal([null, 0.02m, null, 0.01m], steps.Select(step => step.Inches));
        Assert.Equal(MissingReason.Unreadable, steps[2].Missing);
    }

    [Fact]
    public void Over_a_gap_an_unchanged_count_is_unknown_and_a_rise_is_rain()
    {
        IReadOnlyList<RainfallStep> steps = RainfallStep.Of([new(Start, 1.00m), new(Start.AddHours(3), 1.00m), new(Start.AddHours(6), 1.50m)]);

        Assert.Equal([null, null, 0.50m], steps.Select(step => step.Inches));
        Assert.Equal(MissingReason.NotInFeed, steps[1].Missing);
    }

    [Fact]
    public void Of_two_readings_of_one_time_the_later_one_counts()
    {
        IReadOnlyList<RainfallStep> steps = RainfallStep.Of([new(Start, 1.00m), new(Start.AddMinutes(15), 1.30m), new(Start.AddMinutes(15), 1.02m)]);

        Assert.Equal([null, null, 0.02m], steps.Select(step => step.Inches));
        Assert.Equal(MissingReason.Unreadable, steps[1].Missing);
    }

    [Fact]
    public void Between_readings_at_which_nothing_is_open_the_steps_are_those_of_the_whole()
    {
        int cuts = 0;
        foreach (int seed in Enumerable.Range(1, 120))
        {
            Random random = new(seed);
            AccumulatedRainfall[] readings = Generated(random, hours: 6, rainEvery: 12);
            IReadOnlyList<RainfallStep> whole = RainfallStep.Of(readings);
            CounterSeriesBuilder builder = new(TimeSpan.FromHours(1), 0.01m);
            List<long> settled = [];
            foreach (AccumulatedRainfall reading in readings)
            {
                builder.Add(reading);
                if (builder.SettledSecond is { } second && (settled.Count == 0 || settled[^1] != second))
                {
                    settled.Add(second);
                }
            }

            for (int i = 0; i < 20 && settled.Count > 1; i++)
            {
                long from = settled[random.Next(settled.Count - 1)];
                long to = settled[settled.FindIndex(second => second > from) + random.Next(Math.Min(60, settled.Count - 1 - settled.IndexOf(from)))];
                AccumulatedRainfall[] part = [.. readings.Where(reading => reading.At.ToUnixTimeSeconds() >= from && reading.At.ToUnixTimeSeconds() <= to)];

                Assert.Equal(whole.Where(IsBetween), RainfallStep.Of(part).Where(IsBetween));
                cuts++;

                bool IsBetween(RainfallStep step) => step.At.ToUnixTimeSeconds() > from && step.At.ToUnixTimeSeconds() < to;
            }
        }

        Assert.True(cuts > 500, $"{cuts} cuts");
    }

    [Fact]
    public void The_steps_of_any_count_add_up_to_the_total_of_the_series()
    {
        foreach (int seed in Enumerable.Range(1, 60))
        {
            AccumulatedRainfall[] readings = Generated(new Random(seed));
            RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(readings);

            IReadOnlyList<RainfallStep> steps = RainfallStep.Of(readings);

            Assert.Equal(readings.Length, steps.Count);
            Assert.Equal(series.Total(readings[0].At, readings[^1].At).Inches ?? 0, steps.Sum(step => step.Inches ?? 0));
            Assert.All(steps, step => Assert.Equal(step.Inches is null, step.Missing is not null));
        }
    }

    // Rain, gaps, glitches and resets.
    private static AccumulatedRainfall[] Generated(Random random, int hours = 0, int rainEvery = 3)
    {
        List<AccumulatedRainfall> readings = [];
        DateTimeOffset time = Start;
        decimal count = random.Next(0, 2000) / 100m;
        for (int i = 0; i < 200; i++)
        {
            time = time.AddMinutes(random.Next(20) == 0 ? random.Next(60, 600) : 15).AddHours(random.Next(hours + 1));
            count = random.Next(60) == 0 ? 0 : count + (random.Next(rainEvery) == 0 ? random.Next(0, 30) / 100m : 0);
            readings.Add(new AccumulatedRainfall(time, random.Next(40) == 0 ? random.Next(0, 5000) / 100m : count));
        }

        return [.. readings];
    }

    private static IEnumerable<AccumulatedRainfall> Every15Minutes(params decimal[] counts) =>
        counts.Select((count, place) => new AccumulatedRainfall(Start.AddMinutes(15 * place), count));
}
