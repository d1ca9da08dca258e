using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Workflows;

/// <summary>Reads YAML by key; null where there is none.</summary>
internal static class YamlNodes
{
    public static YamlNode? Get(this YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    public static string[] List(this YamlNode? node, string key) => [.. ((YamlSequenceNode)node.Get(key)!).Select(item => item.ToString())];
}
