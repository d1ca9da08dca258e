using System.Runtime.CompilerServices;
using System.Text.Json;
using Lcra.Hydromet.Internal;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Daily totals that LCRA's history answered, oldest first.</summary>
internal static class DailyRecording
{
    public static DailyRainfall[] FalseExtremeOf1997() => Read("lcra-2959-rainDaily-1997-05-01--1997-05-31");

    public static DailyRainfall[] FloodOf2001() => Read("lcra-2959-rainDaily-2001-11-01--2001-11-30");

    public static DailyRainfall[] FloodOf2007() => Read("lcra-2959-rainDaily-2007-06-15--2007-07-10");

    public static DailyRainfall[] MarbleFallsOf2026() => Read("lcra-2959-rainDaily-2026-07-01--2026-10-02", running: new DateOnly(2026, 10, 2));

    public static DailyRainfall[] TelegraphOf2026() => Read("lcra-2268-rainDaily-2026-07-01--2026-10-02", running: new DateOnly(2026, 10, 2));

    private static DailyRainfall[] Read(string name, DateOnly? running = null, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "..", "History", "Recordings", name + ".json");
        using JsonDocument answer = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. answer.RootElement.GetProperty("records").EnumerateArray()
                .Select(record => (Day: CentralTime.DayOf(record.GetProperty("dateTime").GetDateTimeOffset()), Inches: record.GetProperty("value1").GetDecimal()))
                .Select(record => new DailyRainfall { Day = record.Day, Inches = record.Inches, IsPartial = record.Day == running })
                .OrderBy(day => day.Day),
        ];
    }
}
