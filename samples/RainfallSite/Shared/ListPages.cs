namespace RainfallSite.Shared;

/// <summary>The links between the pages of a list.</summary>
/// <param name="Path">The path of the list.</param>
/// <param name="Query">The query without the page.</param>
/// <param name="Page">The page that is shown.</param>
/// <param name="Count">How many items the list has.</param>
internal sealed record ListPages(string Path, IEnumerable<KeyValuePair<string, string?>> Query, ListPage Page, int Count);
