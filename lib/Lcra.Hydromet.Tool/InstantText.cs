using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Reads an instant that a person types: with an offset or Z, else in Central time, never in the zone of the machine.</summary>
internal static class InstantText
{
    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz",
    ];

    private static readonly string[] InUtc = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly string[] InCentralTime = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Reads an instant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">The instant in Central time.</param>
    /// <param name="mistake">What is wrong with the text; null when it was read.</param>
    /// <returns>Whether the text is an instant.</returns>
    public static bool TryRead(string text, out DateTimeOffset instant, [NotNullWhen(false)] out string? mistake)
    {
        mistake = null;
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            || DateTimeOffset.TryParseExact(text, InUtc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant))
        {
            // The first and last days of the calendar have no Central time.
            mistake = instant.Year is > 1900 and < 9999 ? null : $"'{text}' is not a time between 1901 and 9998.";
        }
        else if (!DateTime.TryParseExact(text, InCentralTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) || local.Year is <= 1900 or >= 9999)
        {
            mistake = $"'{text}' is not a time: write 2026-10-01T18:00 in Central time, or 2026-10-01T18:00-05:00. For whole days use 'hydromet daily'.";
        }
        else if (CentralTime.IsSkipped(local))
        {
            mistake = $"'{text}' does not exist in Central time, because clocks are set forward that night.";
        }
        else if (CentralTime.IsRepeated(local))
        {
            mistake = $"'{text}' occurs twice in Central time, because clocks are set back that night: add -05:00 for the first or -06:00 for the second.";
        }
        else
        {
            instant = CentralTime.ToInstant(local);
        }

        instant = mistake is null ? CentralTime.At(instant) : default;
        return mistake is null;
    }
}
