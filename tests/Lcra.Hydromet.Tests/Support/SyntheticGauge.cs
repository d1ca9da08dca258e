using FsCheck;
using FsCheck.Fluent;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>A made-up counter of which is known what rain each reading shows.</summary>
internal sealed class SyntheticGauge
{
    private const decimal StartLevel = 10_000m;
    private const decimal FarBelow = 45m;

    // Far nearer to a new count than to the level before its reset, or a spike would look like the way back.
    private const decimal FarAbove = 5m;

    private readonly List<(AccumulatedRainfall Reading, decimal Rain, Mark Mark)> _readings = [];
    private double _minute;
    private decimal _level = StartLevel;

    private SyntheticGauge(IEnumerable<Step> steps)
    {
        Add(0, _level, rain: 0);
        foreach (Step step in steps)
        {
            Take(step);
        }
    }

    public static Arbitrary<SyntheticGauge> Any { get; } =
        Gen.Choose(0, 1_000_000).Four()
            .Select(random => new Step(
                (random.Item1 % 91) + 5 + (random.Item1 % 7 == 0 ? 300 : 0),
                random.Item2 % 3 == 0 ? random.Item2 % 80 : 0,
                (Plant)(random.Item3 % 16),
                (random.Item4 % 3) + 1))
            .ListOf()
            .Select(steps => new SyntheticGauge(steps))
            .ToArbitrary();

    private enum Plant
    {
        Glitch,
        Spike,
        Reset,
        Nothing,
    }

    private enum Mark
    {
        None,
        Stray,
        Reset,
    }

    public IEnumerable<AccumulatedRainfall> Readings => _readings.Select(planted => planted.Reading);

    /// <summary>
    /// Gets the times of the readings that count: not those of glitches, nor those after a last reset that no rise explains.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Times => [.. Counting.Select(planted => planted.Reading.At)];

    public int Glitches { get; private set; }

    public int Resets { get; private set; }

    public decimal Rain => _readings.Sum(planted => planted.Rain);

    public double LastMinute => _minute;

    private List<(AccumulatedRainfall Reading, decimal Rain, Mark Mark)> Counting
    {
        get
        {
            List<(AccumulatedRainfall Reading, decimal Rain, Mark Mark)> counting = [.. _readings.Where(planted => planted.Mark != Mark.Stray)];
            int last;
            while ((last = counting.FindLastIndex(planted => planted.Mark == Mark.Reset)) >= 0 && counting.Skip(last).All(planted => planted.Rain == 0))
            {
                counting.RemoveRange(last, counting.Count - last);
            }

            return counting;
        }
    }

    /// <summary>Adds up a window the slow way.</summary>
    public decimal RainWithin(DateTimeOffset start, DateTimeOffset end) =>
        _readings.Where(planted => planted.Reading.At > start && planted.Reading.At <= end).Sum(planted => planted.Rain);

    /// <summary>Measures the covered part of a window the slow way.</summary>
    public TimeSpan CoveredWithin(DateTimeOffset start, DateTimeOffset end, TimeSpan gapThreshold) =>
        Counting.Zip(Counting.Skip(1), (left, right) => (From: left.Reading.At, To: right.Reading.At, right.Mark))
            .Where(interval => interval.To - interval.From <= gapThreshold && interval.Mark != Mark.Reset)
            .Select(interval => (From: Later(interval.From, start), To: Earlier(interval.To, end)))
            .Where(interval => interval.From < interval.To)
            .Aggregate(TimeSpan.Zero, (sum, interval) => sum + (interval.To - interval.From));

    public override string ToString() =>
        string.Join(", ", _readings.Select(planted => FormattableString.Invariant($"{(planted.Reading.At - TestSeries.Noon).TotalMinutes} min {planted.Reading.Inches} ({planted.Rain})")));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private void Take(Step step)
    {
        decimal rain = step.Tips * 0.01m;
        switch (step.Plant)
        {
            case Plant.Glitch:
                Stray(step, -FarBelow);
                break;
            case Plant.Spike:
                Stray(step, FarAbove);
                break;
            case Plant.Reset:
                Resets++;
                _level -= FarBelow;
                Add(step.Minutes, _level, rain: 0, Mark.Reset);
                _level += 0.01m;
                Add(5, _level, rain: 0.01m);
                Add(5, _level, rain: 0);
                return;
            default:
                break;
        }

        _level += rain;
        Add(step.Minutes, _level, rain);
        Add(5, _level, rain: 0);
    }

    private void Stray(Step step, decimal away)
    {
        // Two readings that count lie between two glitches, or nobody could tell which is which.
        Add(5, _level, rain: 0);
        Glitches++;
        for (int reading = 0; reading < step.Strays; reading++)
        {
            Add(5, _level + away, rain: 0, Mark.Stray);
        }
    }

    private void Add(int minutes, decimal level, decimal rain, Mark mark = Mark.None)
    {
        _minute += minutes;
        _readings.Add((TestSeries.Reading(_minute, level), rain, mark));
    }

    private sealed record Step(int Minutes, int Tips, Plant Plant, int Strays);
}
