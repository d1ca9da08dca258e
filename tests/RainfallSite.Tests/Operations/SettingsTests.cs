using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lcra.Hydromet;
using RainfallSite.Alerts;
using RainfallSite.Archive;
using RainfallSite.Climate;
using RainfallSite.Map;
using RainfallSite.Settings;

namespace RainfallSite.Tests.Operations;

/// <summary>The table in docs/site.md and the code know the same settings.</summary>
public sealed partial class SettingsTests
{
    [Fact]
    public void The_table_lists_the_settings_that_the_code_reads()
    {
        IEnumerable<string> named = typeof(SettingNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((string)field.GetRawConstantValue()!).Replace(":", "__", StringComparison.Ordinal));
        IEnumerable<string> bound = typeof(SiteOptions).GetProperties()
            .Concat(typeof(HydrometClientOptions).GetProperties())
            .Concat(typeof(HydrometCacheOptions).GetProperties())
            .Select(property => $"{SiteOptions.Section}__{property.Name}")
            .Concat(typeof(ArchiveSettings).GetProperties().Select(property => $"{ArchiveSettings.Section}__{property.Name}"))
            .Concat(typeof(ClimateSettings).GetProperties().Select(property => $"{ClimateSettings.Section}__{property.Name}"))
            .Concat(typeof(AlertSettings).GetProperties().Select(property => $"{AlertSettings.Section}__{property.Name}"))
            .Concat(typeof(MapOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => $"{MapOptions.Section}__{property.Name}"));

        Assert.Equal(
            named.Concat(bound).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Row().Matches(File.ReadAllText(Path.Combine(Root(), "docs/site.md"))).Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_setting_is_read_by_a_name_that_the_list_does_not_have()
    {
        string[] literal =
        [
            .. Directory.EnumerateFiles(Path.Combine(Root(), "samples/RainfallSite"), "*.cs*", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
                .Where(file => ReadByLiteral().IsMatch(File.ReadAllText(file))),
        ];

        Assert.Empty(literal);
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));

    [GeneratedRegex(@"^\| `(?<name>[A-Z]\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"[Cc]onfiguration(\[""|\.Get(Value|Section|ConnectionString)(<[^>]*>)?\("")|GetEnvironmentVariable", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadByLiteral();
}
