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

    /// <summary>No object of the kind Secret in clear, and no generator that reads a file in clear.</summary>
    public static IEnumerable<string> SecretsAreEncrypted(Target target)
    {
        foreach (KubernetesObject secret in target.OfKind("Secret"))
        {
            IEnumerable<string> values = secret.Node.Map("stringData").Values.Concat(secret.Node.Map("data").Values.Select(Decoded));
            if (!secret.Name.StartsWith("rainfall-secrets-", StringComparison.Ordinal) || !values.Any(value => value.StartsWith("ENC[", StringComparison.Ordinal)))
            {
                yield return $"{secret} is in clear";
            }
        }

        foreach (string file in Files(target, "*secret*").Where(file => !file.Contains(".sops.", StringComparison.Ordinal)))
        {
            yield return $"{file} is not encrypted";
        }
    }

    private static string Decoded(string value)
    {
        byte[] bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out int length) ? System.Text.Encoding.UTF8.GetString(bytes, 0, length) : value;
    }

    private static string[] Files(Target target, string pattern)
    {
        string folder = Repository.PathOf(target.Folder);
        string[] own = Directory.GetFiles(folder, pattern, SearchOption.AllDirectories);
        return target.Folder.StartsWith("gitops", StringComparison.Ordinal) ? [.. own, .. Directory.GetFiles(Repository.PathOf("gitops"), pattern, SearchOption.AllDirectories)] : own;
    }
}
