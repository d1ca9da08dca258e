using System.Globalization;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Finds days that are anomalous by themselves or by the adjacent day.</summary>
internal static class DailyAnomalies
{
    public static IEnumerable<RainfallFlag> Negatives(DailyRecord record) =>
        record.Days
            .Where(day => day.Inches < 0)
            .Select(day => Flag(day, RainfallFlagKind.Negative, string.Create(
                CultureInfo.InvariantCulture, $"{day.Inches} in is negative, which is not a valid amount of rain.")));

    public static IEnumerable<RainfallFlag> Duplicates(DailyRecord record) =>
        record.Days
            .Where(day => day.OtherInches is not null)
            .Select(day => Flag(day, RainfallFlagKind.DuplicateRecord, string.Create(
                CultureInfo.InvariantCulture, $"Another record of the day has {day.OtherInches} in; the later one is used.")));

    public static IEnumerable<RainfallFlag> NotMultiples(DailyRecord record, decimal tip) =>
        record.Days
            .Where(day => day.Inches > 0 && day.Inches % tip != 0)
            .Select(day => Flag(day, RainfallFlagKind.NotMultipleOfResolution, string.Create(
                CultureInfo.InvariantCulture, $"{day.Inches} in is not a multiple of {tip} in, the gauge's resolution.")));

    public static IEnumerable<RainfallFlag> AdjacentToGap(DailyRecord record) =>
        record.Days
            .Where(day => day.Inches > 0 && (record.IsMissing(day.Day.AddDays(-1)) || record.IsMissing(day.Day.AddDays(1))))
            .Select(day => Flag(day, RainfallFlagKind.AdjacentToGap, string.Create(
                CultureInfo.InvariantCulture, $"The record lacks the day {(record.IsMissing(day.Day.AddDays(-1)) ? "before" : "after")}; {day.Inches} in can be more or less than this day's rain.")));

    public static RainfallFlag Flag(DailyRainfall day, RainfallFlagKind kind, string message) => new()
    {
        Day = day.Day,
        Kind = kind,
        Inches = day.Inches!.Value,
        Message = message,
    };
}
