using System.Collections.Concurrent;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rendering;

/// <summary>Short ways through a YAML document.</summary>
internal static class Yaml
{
    // The trees and their options have most objects and files in common, and parsing takes longer than every rule together.
    private static readonly ConcurrentDictionary<string, IReadOnlyList<YamlMappingNode>> Documents = new(StringComparer.Ordinal);

    /// <summary>Reads the documents of a text that are not changed afterwards: the same text gives the same nodes.</summary>
    public static IReadOnlyList<YamlMappingNode> Read(string text) => Documents.GetOrAdd(text, Parse);

    /// <summary>Parses the documents of a text anew, to be changed.</summary>
    public static IReadOnlyList<YamlMappingNode> Parse(string text)
    {
        YamlStream stream = [];
        using StringReader reader = new(text);
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>()];
    }

    public static YamlNode? At(this YamlNode? node, params string[] path)
    {
        foreach (string key in path)
        {
            node = node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? next) ? next : null;
        }

        return node;
    }

    public static string? Text(this YamlNode? node, params string[] path) => (node.At(path) as YamlScalarNode)?.Value;

    public static IReadOnlyList<YamlNode> Items(this YamlNode? node, params string[] path) =>
        node.At(path) is YamlSequenceNode list ? [.. list.Children] : [];

    public static IReadOnlyList<string> Texts(this YamlNode? node, params string[] path) =>
        [.. node.Items(path).OfType<YamlScalarNode>().Select(item => item.Value ?? "")];

    public static IReadOnlyDictionary<string, string> Map(this YamlNode? node, params string[] path) =>
        node.At(path) is YamlMappingNode map
            ? map.Children.ToDictionary(pair => pair.Key.ToString(), pair => (pair.Value as YamlScalarNode)?.Value ?? "", StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The node and everything in it.</summary>
    public static IEnumerable<YamlNode> Everything(this YamlNode? node) => node?.AllNodes ?? [];
}
