using System.Net;
using System.Text.RegularExpressions;

namespace RainfallSite.Tests.Support;

/// <summary>A page as a reader sees it.</summary>
internal static partial class PageText
{
    public static string Words(string page) => WebUtility.HtmlDecode(Blanks().Replace(Tag().Replace(page, " "), " "));

    /// <summary>Gives the rows of the tables, without their headings.</summary>
    public static IReadOnlyList<string> Rows(string page) =>
        [.. Row().Matches(page).Select(row => Words(row.Groups["cells"].Value).Trim()).Where(row => row.Length > 0)];

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("<tr[^>]*>(?<cells>(?:(?!</tr>).)*?<th scope=\"row\".*?)</tr>", RegexOptions.Singleline, 1000)]
    private static partial Regex Row();
}
