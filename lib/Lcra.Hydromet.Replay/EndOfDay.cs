using System.Globalization;

namespace Lcra.Hydromet.Replay;

/// <summary>Reads a recorded time, with 24:00 as the next midnight. .NET 11 reads that by itself, and .NET 10 does not.</summary>
internal static class EndOfDay
{
    private const string Text = "24:00";

    /// <summary>Reads a time; null when the text is not one. Without an offset it is taken for UTC.</summary>
    public static DateTimeOffset? Read(string text)
    {
        bool isEndOfDay = text.IndexOf(Text, StringComparison.Ordinal) == "yyyy-MM-dd ".Length;
        string plain = isEndOfDay ? text.Replace(Text, "00:00", StringComparison.Ordinal) : text;
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.AddDays(isEndOfDay ? 1 : 0)
            : null;
    }
}
