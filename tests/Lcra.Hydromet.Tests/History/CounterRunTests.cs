using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Tests.History;

/// <summary>Readings that are added many at once make the series that they make one by one.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Made counts are no secret.")]
public class CounterRunTests
{
    private const long Origin = 1_700_000_000;

    [Fact]
    public void Readings_added_many_at_once_make_the_same_series()
    {
        int flags = 0;
        int gaps = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            CounterPoint[] points = Generated(random, 10 + random.Next(3_000));

            RainfallSeries expected = Build(points, mostAtOnce: 0, random, out long? expectedSettled);
            RainfallSeries actual = Build(points, mostAtOnce: 1 + random.Next(400), random, out long? settled);

            Assert.Equal(expectedSettled, settled);
            Assert.Equal(expected.Points.Seconds.ToArray(), actual.Points.Seconds.ToArray());
            Assert.Equal(expected.Points.Depths.ToArray(), actual.Points.Depths.ToArray());
            Assert.Equal(expected.Flags, actual.Flags);
            for (int i = 0; i < 20; i++)
            {
                DateTimeOffset start = At(random, points);
                DateTimeOffset end = At(random, points).AddHours(1);
                if (end > start)
                {
                    Assert.Equivalent(expected.Total(start, end), actual.Total(start, end), strict: true);
                }
            }

            flags += expected.Flags.Count;
            gaps += expected.Total(SeriesBuilder.Time(Origin), SeriesBuilder.Time(points[^1].Second + 1)).Gaps.Count;
        }

        Assert.InRange(flags, 1_000, int.MaxValue);
        Assert.InRange(gaps, 1_000, int.MaxValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(100)]
    public void Readings_over_more_than_136_years_are_refused_however_they_come(int mostAtOnce)
    {
        CounterPoint[] points = [.. Enumerable.Range(0, 100).Select(place => new CounterPoint(Origin + (place * 45_000_000L), 500))];

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Build(points, mostAtOnce, new Random(1), out _));

        Assert.Contains("2160-", refusal.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(Random random, CounterPoint[] points) => SeriesBuilder.Time(random.NextInt64(Origin - 1_000, points[^1].Second + 1_000));

    private static RainfallSeries Build(ReadOnlySpan<CounterPoint> points, int mostAtOnce, Random random, out long? settled)
    {
        CounterSeriesBuilder builder = new(TimeSpan.FromHours(1), 0.01m);
        while (!points.IsEmpty)
        {
            int count = mostAtOnce == 0 ? 1 : Math.Min(points.Length, random.Next(mostAtOnce + 1));
            if (mostAtOnce == 0)
            {
                builder.Add(points[0]);
            }
            else
            {
                builder.Add(points[..count]);
            }

            points = points[count..];
        }

        settled = builder.SettledSecond;
        return builder.Build();
    }

    // Long runs of one count, rises, falls that last or come back, slips by one step, two readings of one second, and gaps.
    private static CounterPoint[] Generated(Random random, int count)
    {
        List<CounterPoint> points = [];
        long second = Origin;
        int level = random.Next(5_000) * 100;
        while (points.Count < count)
        {
            int change = random.Next(20);
            int before = level;
            level = Math.Max(0, change switch
            {
                < 6 => level + (100 * random.Next(1, 40)),
                6 => level - 100,
                7 => random.Next(20) * 100,
                8 => level + 5_000_000,
                _ => level,
            });
            for (int run = random.Next(1, random.Next(2, 60)); run > 0; run--)
            {
                second += random.Next(40) switch { 0 => 0, 1 => random.Next(3_000, 20_000), _ => 900 };
                points.Add(new CounterPoint(second, level));
            }

            level = change is 7 or 8 && random.Next(2) == 0 ? before : level;
        }

        return [.. points];
    }
}
