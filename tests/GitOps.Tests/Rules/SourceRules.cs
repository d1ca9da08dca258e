using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>Rules about the files of a folder, before they are rendered.</summary>
internal static class SourceRules
{
    private static readonly string[] Deprecated = ["bases", "commonLabels", "imageTags", "patchesJson6902", "patchesStrategicMerge", "vars"];

    public static IEnumerable<string> NoDeprecatedFields(Target target) =>
        from file in Files(target, "kustomization.yaml")
        from document in Yaml.Parse(File.ReadAllText(file))
        from key in Deprecated
        where document.At(key) is not null
        select $"{file} has {key}";

    /// <summary>Finds the files of that name below a folder, and in the tree that it is made from.</summary>
    public static string[] Files(Target target, string pattern)
    {
        string folder = Repository.PathOf(target.Folder);
        string[] own = Directory.GetFiles(folder, pattern, SearchOption.AllDirectories);
        return target.Folder.StartsWith("gitops", StringComparison.Ordinal) ? [.. own, .. Directory.GetFiles(Repository.PathOf("gitops"), pattern, SearchOption.AllDirectories)] : own;
    }
}
