using System.Globalization;

namespace RainfallSite.Shared;

/// <summary>The part of a long list that a page shows: <c>?page=2</c>, or <c>?page=all</c>.</summary>
/// <param name="Number">The page, from 1; 0 for the whole list.</param>
internal sealed record ListPage(int Number)
{
    public const string QueryKey = "page";
    public const string All = "all";
    public const int Size = 50;
    private const int MaxDigits = 2;

    /// <summary>Gets a value indicating whether the whole list is shown.</summary>
    public bool IsWhole => Number == 0;

    /// <summary>Tells whether a text is a page in its one spelling.</summary>
    public static bool IsValid(string text) => text is All || (text.Length <= MaxDigits && text.All(char.IsAsciiDigit) && text[0] != '0');

    /// <summary>Reads the page; the first when the query has none or an invalid one.</summary>
    public static ListPage Read(IQueryCollection query) => query[QueryKey].ToString() switch
    {
        All => new ListPage(0),
        { Length: > 0 } text when IsValid(text) => new ListPage(int.Parse(text, CultureInfo.InvariantCulture)),
        _ => new ListPage(1),
    };

    /// <summary>Gets how many pages a list has.</summary>
    public static int CountOf(int items) => Math.Max(1, (items + Size - 1) / Size);

    /// <summary>Gets the page of a list that exists: the last one when the requested one is past it.</summary>
    public ListPage Within(int items) => this with { Number = Math.Min(Number, CountOf(items)) };

    /// <summary>Gets the items on the page.</summary>
    /// <param name="items">The items of one part of the list.</param>
    /// <param name="before">How many items the parts before have.</param>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, int before = 0)
    {
        if (IsWhole)
        {
            return items;
        }

        int first = Math.Clamp(((Number - 1) * Size) - before, 0, items.Count);
        int end = Math.Clamp((Number * Size) - before, 0, items.Count);
        return [.. items.Skip(first).Take(end - first)];
    }
}
