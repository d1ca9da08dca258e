namespace RainfallSite.Search;

/// <summary>Texts of a bounded length.</summary>
internal static class TextLimit
{
    /// <summary>Cuts a text without splitting a surrogate pair.</summary>
    public static string Cut(string text, int maxLength) =>
        text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
}
