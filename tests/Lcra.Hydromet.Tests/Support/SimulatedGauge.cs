using Lcra.Hydromet.Tests.Fuzz;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>
/// A gauge whose true rain is known, and the readings of its count with gaps, resets, spikes, falls that come back and stuck values.
/// Amounts are in hundredths of an inch.
/// </summary>
internal sealed class SimulatedGauge
{
    private const int MaxRainIn15Minutes = 120;
    private readonly RandomSource _chance;
    private readonly List<AccumulatedRainfall> _readings = [];
    private readonly List<int> _truth = [];
    private readonly List<int> _clean = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _planted = [];
    private readonly bool _isDry;
    private DateTimeOffset _at = TestSeries.Noon;
    private int _rain;
    private int _reset;
    private int _shown;

    public SimulatedGauge(ulong seed)
    {
        _chance = new RandomSource(seed);
        _isDry = _chance.OneIn(3);
        _reset = -_chance.Pick<int>([0, 3, 40, 300, 4_155, 11_500]);
        Read(Level);
        for (int steps = 6 + _chance.Next(30); steps > 0; steps--)
        {
            Plain();
            if (_chance.OneIn(5))
            {
                // What follows may take this reading back.
                _clean.RemoveAt(_clean.Count - 1);
                Plant();
                Plain();
                Plain();
            }
        }

        Plain();
    }

    public IReadOnlyList<AccumulatedRainfall> Readings => _readings;

    /// <summary>Gets the spans of what was planted: a flag must lie in each.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Planted => _planted;

    /// <summary>Gets the places of readings that show the true count, with true ones before and after them.</summary>
    public IReadOnlyList<int> Clean => _clean;

    private int Level => _rain - _reset;

    /// <summary>Gets the true rain of a window whose edges are readings.</summary>
    public decimal Between(DateTimeOffset start, DateTimeOffset end) => (Truth(end) - Truth(start)) / 100m;

    public override string ToString() => string.Join(", ", _readings.Zip(_truth, (reading, truth) =>
        FormattableString.Invariant($"{(reading.At - TestSeries.Noon).TotalMinutes:0} min {reading.Inches} ({truth / 100m})")));

    private int Truth(DateTimeOffset at) => _truth[_readings.FindIndex(reading => reading.At == at)];

    private void Plain()
    {
        Pass();
        _clean.Add(_readings.Count);
        Read(Level);
    }

    private void Plant()
    {
        DateTimeOffset from = _at;
        bool planted = _chance.Next(4) switch
        {
            0 => Reset(),
            1 => Spike(),
            2 => Fall(),
            _ => Stick(),
        };
        if (planted)
        {
            _planted.Add((from, _at));
        }
    }

    // What fell before the reset and after the last reading is in no count.
    private bool Reset()
    {
        Pass();
        int lost = _rain;
        int after = _chance.OneIn(2) ? 0 : Drops(15);
        bool shows = Level - after > after + 1 && _shown > after + 1;
        if (shows)
        {
            _rain += after;
            _reset = lost;
        }

        Read(Level);
        return shows;
    }

    private bool Spike()
    {
        Pass();
        Read(Level + MaxRainIn15Minutes + 2 + _chance.Next(_chance.OneIn(2) ? 200 : 9_000));
        Pass(gaps: false);
        Read(Level);
        return true;
    }

    private bool Fall()
    {
        int level = Level;
        if (level < 2)
        {
            return false;
        }

        int low = _chance.OneIn(2) ? 0 : _chance.Next(level - 1);
        int step = _chance.OneIn(3) ? 2 : 0;
        if (_readings.Any(reading => reading.Inches >= (low - 30) / 100m && reading.Inches <= (low + 1) / 100m))
        {
            // The count was here before, so nobody can tell that it did not rise too early.
            return false;
        }

        for (int readings = 1 + _chance.Next(14); readings > 0; readings--)
        {
            Pass();
            Read(low);
            low = Math.Max(0, low - step);
        }

        Pass();
        Read(Level);
        return true;
    }

    // The rise at the end is still a plausible one.
    private bool Stick()
    {
        int before = _rain;
        for (int readings = 1 + _chance.Next(6); readings > 0 && _rain - before < 10; readings--)
        {
            Pass(gaps: false);
            Read(_shown);
        }

        return false;
    }

    private void Pass(bool gaps = true)
    {
        int minutes = gaps && _chance.OneIn(12) ? 61 + _chance.Next(3_000) : 14 + _chance.Next(4);
        _at = _at.AddMinutes(minutes);
        _rain += Drops(minutes);
    }

    private int Drops(int minutes) => _isDry || _chance.OneIn(2) ? 0 : _chance.Next(_chance.OneIn(4) ? MaxRainIn15Minutes * Math.Min(minutes, 15) / 15 : 8);

    private void Read(int level)
    {
        _shown = level;
        _readings.Add(new AccumulatedRainfall(_at, level / 100m));
        _truth.Add(_rain);
    }
}
