using System.Globalization;

namespace RainfallSite.Sites;

/// <summary>Local times in Central Texas, as a visitor types them.</summary>
internal static class CentralClock
{
    private const string InputFormat = "yyyy-MM-dd'T'HH:mm";
    private static readonly string[] ReadFormats = [InputFormat, "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateTimeOffset StartOf(DateOnly day) => Resolve(day.ToDateTime(TimeOnly.MinValue), later: false).At;

    /// <summary>Formats a time as the value of a <c>datetime-local</c> field.</summary>
    public static string ToInput(DateTimeOffset time) => At(time).ToString(InputFormat, CultureInfo.InvariantCulture);

    /// <summary>Parses the value of a <c>datetime-local</c> field; null when it is invalid.</summary>
    /// <param name="text">The value.</param>
    /// <param name="later">Which one of a repeated hour to take when the clocks go back.</param>
    public static LocalTime? Read(string? text, bool later) =>
        DateTime.TryParseExact(text, ReadFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) && local.Year is > 1900 and < 9999
            ? Resolve(local, later)
            : null;

    private static LocalTime Resolve(DateTime local, bool later)
    {
        if (Zone.IsInvalidTime(local))
        {
            return new LocalTime(local, At(new DateTimeOffset(local, Zone.BaseUtcOffset)), LocalTimeProblem.Skipped);
        }

        if (!Zone.IsAmbiguousTime(local))
        {
            return new LocalTime(local, new DateTimeOffset(local, Zone.GetUtcOffset(local)), LocalTimeProblem.None);
        }

        TimeSpan[] offsets = Zone.GetAmbiguousTimeOffsets(local);
        return new LocalTime(local, new DateTimeOffset(local, later ? offsets.Min() : offsets.Max()), LocalTimeProblem.Doubled);
    }
}
