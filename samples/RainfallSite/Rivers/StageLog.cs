using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lcra.Hydromet;

namespace RainfallSite.Rivers;

/// <summary>
/// The stages of the last reports that this process read, from which it tells whether the water rises or falls. It starts empty and
/// knows trends after about an hour; a kept history can replace it.
/// </summary>
internal sealed class StageLog
{
    private const int MaxReadings = 8;
    private const int NameBytes = 8;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan MinAge = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(90);
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, List<(DateTimeOffset At, decimal Feet)>> _readings = new(StringComparer.Ordinal);
    private SiteReport? _latest;

    /// <summary>Gets a name of what is remembered, empty when nothing is: pages are the same where it is.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Records a report; the same report again changes nothing.</summary>
    public void Record(SiteReport? report)
    {
        lock (_lock)
        {
            if (report is null || ReferenceEquals(report, _latest))
            {
                return;
            }

            _latest = report;
            foreach (SiteReading reading in report.Sites)
            {
                if (reading is { StageFeet: { } feet, ObservedAt: { } at })
                {
                    Add(reading.Site.Id.ToString(), at, feet);
                }
            }

            Name = _readings.Count == 0 ? "" : NameOf(_readings);
        }
    }

    /// <summary>Gets the trend of a stage over about an hour before it was read; null when no earlier reading of 45 to 90 minutes before is remembered.</summary>
    public StageTrend? TrendOf(SiteReading reading)
    {
        if (reading is not { StageFeet: { } feet, ObservedAt: { } at })
        {
            return null;
        }

        lock (_lock)
        {
            (DateTimeOffset At, decimal Feet)[] earlier = _readings.TryGetValue(reading.Site.Id.ToString(), out List<(DateTimeOffset At, decimal Feet)>? all)
                ? [.. all.Where(one => at - one.At >= MinAge && at - one.At <= MaxAge).OrderBy(one => (at - one.At - Hour).Duration())]
                : [];
            return earlier is [var first, ..] ? new StageTrend((feet - first.Feet) * TimeSpan.TicksPerHour / (at - first.At).Ticks) : null;
        }
    }

    private void Add(string site, DateTimeOffset at, decimal feet)
    {
        if (!_readings.TryGetValue(site, out List<(DateTimeOffset At, decimal Feet)>? readings))
        {
            _readings.Add(site, readings = []);
        }

        readings.RemoveAll(one => one.At == at || at - one.At > MaxAge);
        readings.Add((at, feet));
        if (readings.Count > MaxReadings)
        {
            readings.RemoveAt(0);
        }
    }

    private static string NameOf(IEnumerable<KeyValuePair<string, List<(DateTimeOffset At, decimal Feet)>>> readings)
    {
        StringBuilder lines = new();
        foreach ((string site, List<(DateTimeOffset At, decimal Feet)> all) in readings)
        {
            foreach ((DateTimeOffset at, decimal feet) in all)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{site} {at.UtcTicks} {feet}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())).AsSpan(0, NameBytes));
    }
}
