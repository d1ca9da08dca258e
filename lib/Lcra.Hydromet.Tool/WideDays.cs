using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Days that a wide table has no amounts of, because they were not over when they were read.</summary>
internal static class WideDays
{
    public static IEnumerable<DateOnly> RunningIn(IEnumerable<IEnumerable<DailyRainfall>> gauges) =>
        gauges.SelectMany(days => days).Where(day => day is { IsPartial: true, Inches: not null }).Select(day => day.Day).Distinct().Order();

    /// <summary>Writes the days to standard error.</summary>
    public static void WriteRunning(this ToolConsole console, IEnumerable<DateOnly> days)
    {
        foreach (DateOnly day in days)
        {
            console.WriteNotice(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} was not over when it was read: its amounts are left out. The long table has them, as partial."));
        }
    }
}
