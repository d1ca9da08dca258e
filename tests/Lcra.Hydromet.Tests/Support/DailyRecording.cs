using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Daily totals of LCRA's history from the embedded recording, oldest first.</summary>
internal static class DailyRecording
{
    private static readonly DateOnly Running = new(2026, 10, 2);
    private static readonly Lazy<DailyRainfall[]> Hamilton = new(() => Read("3018", new(2002, 6, 19), Running));
    private static readonly Lazy<DailyRainfall[]> Marble = new(() => Read("2959", new(1991, 11, 30), Running));

    public static DailyRainfall[] FalseExtremeOf1997() => Read("2959", new(1997, 5, 1), new(1997, 5, 31));

    public static DailyRainfall[] FloodOf2001() => Read("2959", new(2001, 11, 1), new(2001, 11, 30));

    public static DailyRainfall[] FloodOf2007() => Read("2959", new(2007, 6, 15), new(2007, 7, 10));

    public static DailyRainfall[] MarbleFallsOf2026() => Read("2959", new(2026, 7, 1), Running);

    public static DailyRainfall[] TelegraphOf2026() => Read("2268", new(2026, 7, 1), Running);

    public static DailyRainfall[] HamiltonCreek() => Hamilton.Value;

    /// <summary>The whole record of gauge 2959. The last day is not over.</summary>
    public static DailyRainfall[] MarbleFalls() => Marble.Value;

    private static DailyRainfall[] Read(string gauge, DateOnly first, DateOnly last, [CallerFilePath] string here = "")
    {
        string root = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "lib", "Lcra.Hydromet.Replay", "Recordings", "history");
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(root, "api", "HistoricData", "GetDataBySite", gauge, "rainDaily"), "*.json", SearchOption.AllDirectories)
                .SelectMany(Records)
                .Where(day => day.Day >= first && day.Day <= last)
                .OrderBy(day => day.Day),
        ];
    }

    private static DailyRainfall[] Records(string path)
    {
        using JsonDocument answer = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. answer.RootElement.GetProperty("records").EnumerateArray()
                .Select(record => (Day: CentralTime.DayOf(record.GetProperty("dateTime").GetDateTimeOffset()), Inches: record.GetProperty("value1").GetDecimal()))
                .Select(record => new DailyRainfall { Day = record.Day, Inches = record.Inches, IsPartial = record.Day == Running }),
        ];
    }
}
