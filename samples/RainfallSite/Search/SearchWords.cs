using System.Globalization;
using System.Text;

namespace RainfallSite.Search;

/// <summary>The words of a name as they are compared: lower case without accents, and abbreviations written out.</summary>
internal static class SearchWords
{
    private static readonly string[] Fillers = ["a", "at", "cerca", "de", "del", "el", "en", "in", "la", "near", "of", "the"];
    private static readonly string[] State = ["tx", "texas", "usa"];

    // As the gauges of the USGS and people write them.
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["abv"] = "above",
        ["bl"] = "below",
        ["br"] = "branch",
        ["ck"] = "creek",
        ["ft"] = "fort",
        ["lk"] = "lake",
        ["mt"] = "mount",
        ["n"] = "north",
        ["nr"] = "near",
        ["rd"] = "road",
        ["rv"] = "river",
        ["s"] = "south",
        ["spgs"] = "springs",
        ["st"] = "saint",
        ["trib"] = "tributary",
    };

    /// <summary>Gets all words of a text: "Río Llano" has "rio" and "llano".</summary>
    public static string[] Of(string text) =>
    [
        .. new string([.. Valid(text).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Abbreviations.GetValueOrDefault(word, word)),
    ];

    /// <summary>Gets the words of a search without those that say nothing; all words when there are no others.</summary>
    public static string[] Significant(string text)
    {
        string[] all = WithoutState(Of(text));
        string[] significant = [.. all.Except(Fillers, StringComparer.Ordinal)];
        return significant.Length > 0 ? significant : all;
    }

    /// <summary>Gets what names of one place have in common: "La Grange, TX" and "LaGrange" have "lagrange".</summary>
    public static string KeyOf(string text) => string.Concat(WithoutState(Of(text)));

    private static string[] WithoutState(string[] words)
    {
        int count = words.Length;
        while (count > 1 && State.Contains(words[count - 1], StringComparer.Ordinal))
        {
            count--;
        }

        return words[..count];
    }

    // Normalization throws for U+FFFE and for half a surrogate pair.
    private static string Valid(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not 0xFFFE));
}
