using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The first block of a language in a document of this repository.</summary>
internal static class MarkdownBlock
{
    public static string[] Read(string document, string language, [CallerFilePath] string here = "")
    {
        string[] lines = File.ReadAllLines(PathOf(document, here));
        int from = Array.IndexOf(lines, $"```{language}") + 1;
        return lines[from..Array.IndexOf(lines, "```", from)];
    }

    public static string PathOf(string document, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", document);
}
