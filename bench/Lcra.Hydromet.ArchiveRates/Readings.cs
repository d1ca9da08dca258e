using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>Made counts of gauges: one in 15 minutes, of which 2 in 100 are missing and 1.25 in 100 are a rise.</summary>
internal sealed class Readings
{
    public static readonly DateOnly First = new(2024, 1, 1);

    private readonly List<(SiteId Site, HistoryRecord[] Records)> _gauges = [];

    [SuppressMessage("Security", "CA5394", Justification = "Made rain is no secret.")]
    public Readings(int gauges, int days)
    {
        Random random = new(1);
        Last = First.AddDays(days - 1);
        for (int gauge = 1; gauge <= gauges; gauge++)
        {
            int count = random.Next(20_000);
            List<HistoryRecord> records = [];
            for (DateTimeOffset at = CentralTime.StartOfDay(First); at < CentralTime.StartOfDay(Last.AddDays(1)); at = at.AddMinutes(15))
            {
                count += random.Next(80) == 0 ? random.Next(1, 60) : 0;
                if (random.Next(50) > 0)
                {
                    records.Add(new HistoryRecord { ObservedAt = at, Value1 = count / 100m });
                }
            }

            _gauges.Add((new SiteId("LCRA", gauge.ToString(CultureInfo.InvariantCulture)), [.. records]));
        }

        Count = _gauges.Sum(gauge => gauge.Records.Length);
    }

    public DateOnly Last { get; }

    public int Count { get; }

    public IReadOnlyList<(SiteId Site, HistoryRecord[] Records)> Gauges => _gauges;

    /// <summary>Writes the rows as a bulk loader of SQLite or PostgreSQL takes them.</summary>
    public string ToText(char separator, Func<DateTimeOffset, string> time)
    {
        StringBuilder text = new();
        for (int gauge = 0; gauge < _gauges.Count; gauge++)
        {
            foreach (HistoryRecord record in _gauges[gauge].Records)
            {
                text.Append(CultureInfo.InvariantCulture, $"{gauge + 1}{separator}1{separator}{time(record.ObservedAt)}{separator}{(int)(record.Value1!.Value * 100)}{separator}{gauge + 1}\n");
            }
        }

        return text.ToString();
    }
}
