using System.Globalization;
using RainfallSite.Language;

namespace RainfallSite.Formatting;

/// <summary>Formats <c>21st</c>, or <c>21.º</c> in Spanish.</summary>
internal static class Ordinal
{
    public static string Format(int number)
    {
        string text = number.ToString("N0", CultureInfo.InvariantCulture);
        return string.Equals(SiteLanguages.Current, SiteLanguages.Spanish, StringComparison.Ordinal) ? $"{text}.º" : text + ((number % 100, number % 10) switch
        {
            (11 or 12 or 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        });
    }
}
