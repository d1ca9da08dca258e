using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>Local times in Central Texas, as a visitor types them into a <c>datetime-local</c> field.</summary>
internal static class CentralClock
{
    private const string InputFormat = "yyyy-MM-dd'T'HH:mm";
    private static readonly string[] ReadFormats = [InputFormat, "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Formats a time as the value of the field.</summary>
    public static string ToInput(DateTimeOffset time) => CentralTime.At(time).ToString(InputFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads the value of the field; null when it is not a time. 24:00 is the next midnight.</summary>
    /// <param name="text">The value.</param>
    /// <param name="later">Whether to take the later instant of a repeated hour.</param>
    public static LocalTime? Read(string? text, bool later)
    {
        // .NET 11 reads 24:00, and .NET 10 does not.
        bool isEndOfDay = text?.EndsWith("T24:00", StringComparison.Ordinal) == true || text?.EndsWith("T24:00:00", StringComparison.Ordinal) == true;
        string? plain = isEndOfDay ? text!.Replace("T24:", "T00:", StringComparison.Ordinal) : text;
        if (!DateTime.TryParseExact(plain, ReadFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) || local.Year is not (> 1900 and < 9999))
        {
            return null;
        }

        local = local.AddDays(isEndOfDay ? 1 : 0);

        LocalTimeProblem problem = CentralTime.IsSkipped(local) ? LocalTimeProblem.Skipped
            : CentralTime.IsRepeated(local) ? LocalTimeProblem.Doubled
            : LocalTimeProblem.None;
        return new LocalTime(local, CentralTime.ToInstant(local, later ? RepeatedHour.Later : RepeatedHour.Earlier), problem);
    }
}
