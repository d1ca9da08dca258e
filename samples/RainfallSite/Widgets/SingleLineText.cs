using System.Globalization;
using System.Text;

namespace RainfallSite.Widgets;

/// <summary>Cleans upstream text for one line of plain text or XML: without line breaks, direction controls and invalid characters.</summary>
internal static class SingleLineText
{
    public static string From(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            clean.Append(category switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format => "",
                UnicodeCategory.OtherNotAssigned => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return clean.ToString();
    }
}
