using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>Rules about the files of a folder, before they are rendered.</summary>
internal static class SourceRules
{
    private static readonly string[] Deprecated = ["bases", "commonLabels", "imageTags", "patchesJson6902", "patchesStrategicMerge", "vars"];

    public static IEnumerable<string> NoDeprecatedFields(Target target) =>
        from file in Files(target, "kustomization.yaml")
        from document in Yaml.Read(File.ReadAllText(file))
        from key in Deprecated
        where document.At(key) is not null
        select $"{file} has {key}";

    /// <summary>A component is merged after the overlay, so it silently wins; the overlay may not set what a component of it sets.</summary>
    public static IEnumerable<string> NoSettingTwice(Target target)
    {
        if (!target.IsOverlay)
        {
            return [];
        }

        string folder = target.Tree.PathOf(target.Folder);
        YamlMappingNode document = Yaml.Read(File.ReadAllText(Path.Combine(folder, "kustomization.yaml"))).Single();
        Dictionary<string, string> own = Settings(folder, document).ToDictionary(pair => pair.Key, pair => pair.Source, StringComparer.Ordinal);
        return OfComponents(folder, document).Where(pair => own.ContainsKey(pair.Key)).Select(pair => $"{pair.Key} is in {own[pair.Key]}, and {pair.Source} overrides it");
    }

    private static IEnumerable<(string Key, string Source)> OfComponents(string folder, YamlMappingNode document)
    {
        foreach (string component in document.Texts("components").Select(path => Path.GetFullPath(path, folder)))
        {
            YamlMappingNode content = Yaml.Read(File.ReadAllText(Path.Combine(component, "kustomization.yaml"))).Single();
            foreach ((string Key, string Source) pair in Settings(component, content).Concat(OfComponents(component, content)))
            {
                yield return pair;
            }
        }
    }

    private static IEnumerable<(string Key, string Source)> Settings(string folder, YamlMappingNode document) =>
        from generator in document.Items("configMapGenerator")
        where generator.Text("name") == "rainfall-config"
        from line in generator.Texts("literals").Concat(generator.Texts("envs").SelectMany(file => File.ReadAllLines(Path.Combine(folder, file))))
        where line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#')
        select (line.Split('=')[0], Path.GetFileName(folder));

    /// <summary>Finds the files of that name below a folder, and in the tree that it is made from.</summary>
    public static string[] Files(Target target, string pattern)
    {
        string[] own = Directory.GetFiles(target.Tree.PathOf(target.Folder), pattern, SearchOption.AllDirectories);
        return target.Folder.StartsWith("gitops", StringComparison.Ordinal) ? [.. own, .. Directory.GetFiles(target.Tree.PathOf("gitops"), pattern, SearchOption.AllDirectories)] : own;
    }
}
