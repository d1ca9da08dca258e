using System.Globalization;
using System.Text;

namespace RainfallSite.Rainfall.Plain;

/// <summary>Upstream text for one line of plain text or XML: nothing that breaks the line, turns its direction or is no character.</summary>
internal static class PlainText
{
    public static string Clean(string text)
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
