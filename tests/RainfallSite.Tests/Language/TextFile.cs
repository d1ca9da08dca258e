using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace RainfallSite.Tests.Language;

/// <summary>The texts of one class in English and Spanish, from the resource files.</summary>
internal sealed record TextFile(string Name, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> Spanish)
{
    public static string SiteFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "samples", "RainfallSite"));

    public static IReadOnlyList<TextFile> All { get; } =
    [
        .. SourceFiles("*Text.resx").Order(StringComparer.Ordinal)
            .Select(path => new TextFile(Path.GetFileNameWithoutExtension(path), Read(path), Read(Path.ChangeExtension(path, ".es.resx")))),
    ];

    public static IEnumerable<string> SourceFiles(string pattern) =>
        Directory.EnumerateFiles(SiteFolder(), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
}
