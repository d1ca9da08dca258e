using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Tests.Conventions;

/// <summary>Documents, comments and messages use standard terms. Feed files and recordings are data and are not searched.</summary>
public class ProseTests
{
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["be had"] = "is available, is unavailable",
        ["that is none"] = "is not valid",
        ["stands? (?:in|for)"] = "is in, is used for",
        ["stood (?:in|for)"] = "was in, was used for",
        ["standing (?:in|for)"] = "in, in place of",
        ["hangs? on"] = "depends on",
        ["belongs? elsewhere"] = "is stale for",
        ["(?:young|old) enough"] = "fresh, expired",
        ["oddit(?:y|ies)"] = "anomaly, malformed",
        ["not lie"] = "traceable",
        ["in vain"] = "failed",
        ["cr(?:y|ies|ied) wolf"] = "false alarm",
        ["of the breaks"] = "of the mutants",
        ["no 200"] = "non-200",
        ["nothing happens"] = "steady state",
        ["clock stands"] = "with a fixed clock",
        ["(?:is|are) believed"] = "is trusted",
        ["careful reader"] = "data-quality finding",
        ["columns in order"] = "normalize columns",
        ["a word about"] = "details of",
    };

    private static readonly string[] Extensions = [".md", ".cs", ".cshtml", ".sh", ".yml", ".yaml", ".resx"];

    private static readonly string[] NotOurs = [".git", "bin", "obj", "artifacts", "node_modules", "StrykerOutput", "TestResults"];

    // A phrase can continue on the next line of a comment.
    private static readonly Regex Phrases = new(
        $@"\b(?:{string.Join('|', Instead.Keys.Select(phrase => phrase.Replace(" ", @"(?:\s|//+|\#)+", StringComparison.Ordinal)))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10));

    [Fact]
    public void Documents_comments_and_messages_use_standard_terms()
    {
        string root = Root();
        string[] found = [.. Files(new DirectoryInfo(root)).SelectMany(file => Find(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(root, file)}:{line}"))];

        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }

    [Theory]
    [InlineData("// The cache\n// stands\n    // for LCRA.", "2: stands for (is in, is used for)")]
    [InlineData("/// <summary>A feed that could not be had.</summary>", "1: be had (is available, is unavailable)")]
    [InlineData("# An Oddity", "1: Oddity (anomaly, malformed)")]
    [InlineData("There is nothing to find: vanity, an old enoughness, notliens.")]
    public void A_phrase_is_found_with_its_line_and_what_to_write(string text, params string[] expected) =>
        Assert.Equal(expected, Find(text));

    private static IEnumerable<string> Find(string text)
    {
        foreach (Match match in Phrases.Matches(text))
        {
            string phrase = string.Join(' ', match.Value.Split([' ', '\t', '\r', '\n', '/', '#'], StringSplitOptions.RemoveEmptyEntries));
            string instead = Instead.First(pair => Regex.IsMatch(phrase, $"^{pair.Key}$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))).Value;
            int line = text.AsSpan(0, match.Index).Count('\n') + 1;
            yield return string.Create(CultureInfo.InvariantCulture, $"{line}: {phrase} ({instead})");
        }
    }

    private static IEnumerable<string> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => Extensions.Contains(file.Extension, StringComparer.Ordinal) && file.Name != "ProseTests.cs").Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name, StringComparer.Ordinal)).SelectMany(Files));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
