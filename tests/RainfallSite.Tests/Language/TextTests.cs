using System.Text.RegularExpressions;
using Lcra.Hydromet;
using RainfallSite.Preferences;
using RainfallSite.Sites;

namespace RainfallSite.Tests.Language;

/// <summary>The texts are complete: nothing is missing, left over or left in English.</summary>
public sealed partial class TextTests
{
    // The same in both languages; anything else that is equal was forgotten.
    private static readonly string[] SameInBoth =
    [
        "{0} mm", "mm", "{0} °F", "{0} °C", "{0} V", "{0}: {1}.",
    ];

    // Looked up by a period's key or a reason's name.
    private static readonly string[] KeyedByData = ["PeriodText", "MissingReasonText"];

    // Put together of a word and the name of a value.
    private static readonly HashSet<string> ComposedKeys =
    [
        .. Enum.GetNames<SpanProblem>().SelectMany(problem => new[] { $"Span{problem}", $"Window{problem}" }),
        .. Enum.GetNames<RainfallFlagKind>().Select(kind => $"Flag{kind}"),
        .. Enum.GetNames<SeriesFlagKind>().Select(kind => $"Counter{kind}"),
        .. Enum.GetNames<HistoryDelay>(),
        .. Enum.GetNames<LocalTimeProblem>().Select(problem => $"Clock{problem}"),
        .. Enum.GetNames<RainUnit>().SelectMany(unit => new[] { $"Sum{unit}", $"{unit}Amount" }),
    ];

    public static TheoryData<string> Names { get; } = [.. TextFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_languages_have_the_same_keys(string name)
    {
        TextFile file = File(name);

        Assert.Equal(file.English.Keys, file.Spanish.Keys);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_was_left_in_english(string name)
    {
        TextFile file = File(name);

        Assert.Equal([], file.English.Where(text => file.Spanish[text.Key] == text.Value && !SameInBoth.Contains(text.Value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_languages_have_the_same_places_for_values(string name)
    {
        TextFile file = File(name);

        Assert.All(file.English, text => Assert.Equal(Places(text.Value), Places(file.Spanish[text.Key])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_is_left_over(string name)
    {
        string[] sources = [.. TextFile.SourceFiles("*.cs").Concat(TextFile.SourceFiles("*.cshtml")).Select(System.IO.File.ReadAllText)];

        Assert.Equal([], File(name).English.Keys.Where(key =>
            !KeyedByData.Contains(name) && !ComposedKeys.Contains(key) && !Enum.GetNames<RainUnit>().Contains(key) && !sources.Any(source => source.Contains($"\"{key}\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_requested_text_exists()
    {
        List<string> missing = [];
        foreach (string path in TextFile.SourceFiles("*.cs").Concat(TextFile.SourceFiles("*.cshtml")))
        {
            string source = System.IO.File.ReadAllText(path);
            foreach (Match localizer in Localizer().Matches(source))
            {
                IReadOnlyDictionary<string, string> texts = File(localizer.Groups["type"].Value).English;
                missing.AddRange(Regex.Matches(source, $"\\b{localizer.Groups["name"].Value}\\[\"(?<key>\\w+)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
                    .Select(match => match.Groups["key"].Value)
                    .Where(key => !texts.ContainsKey(key))
                    .Select(key => $"{Path.GetFileName(path)}: {key}"));
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_composed_text_exists() =>
        Assert.Equal([], ComposedKeys.Where(key => !key.EndsWith("None", StringComparison.Ordinal) && !File("HistoryText").English.ContainsKey(key)));

    [Fact]
    public void Every_period_has_words_and_the_english_ones_are_the_librarys_except_for_yesterday() =>
        Assert.Equal(RainfallPeriod.All.Select(period => (period.Key, period == RainfallPeriod.OneDayAgo ? "yesterday" : period.Name)), File("PeriodText").English.Select(text => (text.Key, text.Value)));

    [Fact]
    public void Every_missing_reason_has_words() =>
        Assert.Equal(Enum.GetNames<MissingReason>().Order(StringComparer.Ordinal), File("MissingReasonText").English.Keys.Order(StringComparer.Ordinal));

    private static TextFile File(string name) => TextFile.All.Single(file => file.Name == name);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"IStringLocalizer<(?<type>\w+)>\s+(?<name>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Localizer();
}
