using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>Made counts of gauges up to the end of 2025: one in 15 minutes, of which 2 in 100 are missing and 1.25 in 100 are a rise. A gauge's are the same whenever they are made.</summary>
internal sealed class Readings(int gauges, int days)
{
    public static readonly DateOnly Last = new(2025, 12, 31);
    public static readonly DateOnly YearBegins = Last.AddDays(-364);

    public int Gauges => gauges;

    public DateOnly First { get; } = Last.AddDays(1 - days);

    public static SiteId SiteOf(int gauge) => new("LCRA", gauge.ToString(CultureInfo.InvariantCulture));

    /// <summary>Makes the counts of a gauge from a day on.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Made rain is no secret.")]
    public static List<HistoryRecord> Of(int gauge, DateOnly first)
    {
        Random random = new(gauge);
        int count = random.Next(20_000);
        List<HistoryRecord> records = [];
        DateTimeOffset end = CentralTime.StartOfDay(Last.AddDays(1));
        for (DateTimeOffset at = CentralTime.StartOfDay(first).ToUniversalTime(); at < end; at = at.AddMinutes(15))
        {
            count += random.Next(80) == 0 ? random.Next(1, 60) : 0;
            if (random.Next(50) > 0)
            {
                records.Add(new HistoryRecord { ObservedAt = at, Value1 = new decimal(count, 0, 0, false, 2) });
            }
        }

        return records;
    }

    /// <summary>Makes the counts of a gauge in windows as long as those of a sync.</summary>
    public static List<(ArchiveRequest Request, List<HistoryRecord> Records)> WindowsOf(int gauge, DateOnly first)
    {
        List<HistoryRecord> records = Of(gauge, first);
        List<(ArchiveRequest Request, List<HistoryRecord> Records)> windows = [];
        int at = 0;
        for (DateOnly from = first; from <= Last; from = from.AddDays(179))
        {
            DateOnly to = Last.DayNumber - from.DayNumber < 179 ? Last : from.AddDays(178);
            DateTimeOffset end = CentralTime.StartOfDay(to.AddDays(1));
            int next = records.FindIndex(at, record => record.ObservedAt >= end) is var found and >= 0 ? found : records.Count;
            windows.Add((RequestOf(gauge, HistoryParameter.Rain, from, to), records.GetRange(at, next - at)));
            at = next;
        }

        return windows;
    }

    public static async Task StoreAsync(HydrometArchive archive, IEnumerable<(ArchiveRequest Request, List<HistoryRecord> Records)> windows)
    {
        foreach ((ArchiveRequest request, List<HistoryRecord> records) in windows)
        {
            await archive.StoreHistoryAsync(request, records);
        }
    }

    /// <summary>Stores made daily rain of all gauges.</summary>
    public async Task StoreDaysAsync(HydrometArchive archive, Func<int, DateOnly> firstOf)
    {
        for (int gauge = 1; gauge <= gauges; gauge++)
        {
            DateOnly first = firstOf(gauge);
            await archive.StoreDailyRainfallAsync(
                RequestOf(gauge, HistoryParameter.RainDaily, first, Last),
                Enumerable.Range(0, Last.DayNumber - first.DayNumber + 1).Select(day => new DailyRainfall { Day = first.AddDays(day), Inches = day * gauge * 7919 % 1_000 is var cents and > 700 ? cents / 100m : 0m }));
        }
    }

    /// <summary>Writes counts as the databases' own loaders take them.</summary>
    public string ToText(char separator, Func<DateTimeOffset, string> time)
    {
        StringBuilder text = new();
        for (int gauge = 1; gauge <= gauges; gauge++)
        {
            foreach (HistoryRecord record in Of(gauge, First))
            {
                text.Append(CultureInfo.InvariantCulture, $"{gauge}{separator}1{separator}{time(record.ObservedAt)}{separator}{(int)(record.Value1!.Value * 100)}{separator}{gauge}\n");
            }
        }

        return text.ToString();
    }

    private static ArchiveRequest RequestOf(int gauge, HistoryParameter parameter, DateOnly first, DateOnly last) =>
        new() { Site = SiteOf(gauge), Parameter = parameter, First = first, Last = last, RequestedAt = TimeProvider.System.GetUtcNow() };
}
