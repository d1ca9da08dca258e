using System.Text.RegularExpressions;
using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Tests.Readers;

/// <summary>A page of docs/exports, whose code the tests run.</summary>
internal static partial class RecipePage
{
    /// <summary>Reads a block of code.</summary>
    /// <param name="page">The name of the page.</param>
    /// <param name="number">The place of the block on the page, from 0.</param>
    public static async Task<string> CodeAsync(string page, int number = 0)
    {
        string text = await File.ReadAllTextAsync(MarkdownBlock.PathOf($"docs/exports/{page}.md"));
        return Blocks().Matches(text)[number].Groups["code"].Value;
    }

    [GeneratedRegex("^```\\w+\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();
}
