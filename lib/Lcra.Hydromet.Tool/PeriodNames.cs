using System.Text.RegularExpressions;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Finds the period that a person means: <c>24_hour</c>, <c>24-hour</c>, <c>24h</c>, <c>Since Midnight</c>.</summary>
internal static partial class PeriodNames
{
    /// <summary>Finds a period; null when the text names none.</summary>
    public static RainfallPeriod? Find(string text)
    {
        string typed = Plain(text);
        return RainfallPeriod.All.FirstOrDefault(period => string.Equals(Plain(period.Key), typed, StringComparison.Ordinal));
    }

    private static string Plain(string text)
    {
        string plain = text.Trim().ToUpperInvariant().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Span().Match(plain) is { Success: true } span ? span.Groups["number"].Value + span.Groups["unit"].Value[0] : plain;
    }

    [GeneratedRegex("^(?<number>[0-9]+)(?<unit>H|HR|HRS|HOURS?|M|MIN|MINUTES?|D|DAYS?|W|WEEKS?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Span();
}
