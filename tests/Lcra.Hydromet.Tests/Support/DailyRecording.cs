using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Daily totals of LCRA's history from the embedded recording, oldest first.</summary>
internal static class DailyRecording
{
    public static DailyRainfall[] FalseExtremeOf1997() => Read("2959", "5-1-1997", "5-31-1997");

    public static DailyRainfall[] FloodOf2001() => Read("2959", "11-1-2001", "11-30-2001");

    public static DailyRainfall[] FloodOf2007() => Read("2959", "6-15-2007", "7-10-2007");

    public static DailyRainfall[] MarbleFallsOf2026() => Read("2959", "7-1-2026", "10-2-2026", running: new DateOnly(2026, 10, 2));

    public static DailyRainfall[] TelegraphOf2026() => Read("2268", "7-1-2026", "10-2-2026", running: new DateOnly(2026, 10, 2));

    private static DailyRainfall[] Read(string gauge, string first, string last, DateOnly? running = null, [CallerFilePath] string here = "")
    {
        string root = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "lib", "Lcra.Hydromet.Replay", "Recordings", "history");
        string path = Path.Combine(root, "api", "HistoricData", "GetDataBySite", gauge, "rainDaily", first, last + ".json");
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
