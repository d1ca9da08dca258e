using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>What Git holds of a secret is SOPS's: each value encrypted, and SOPS's own notes beside them.</summary>
internal static class SecretRules
{
    // SOPS writes these into a file of the form NAME=VALUE, and Kustomize takes them for values.
    private const string Notes = "sops_";

    public static IEnumerable<string> SecretsAreEncrypted(Target target) =>
        target.OfKind("Secret").SelectMany(Faults).Concat(SourceRules.Files(target, "kustomization.yaml").SelectMany(GeneratorFaults));

    private static IEnumerable<string> Faults(KubernetesObject secret)
    {
        Dictionary<string, string> values = secret.Node.Map("stringData").Concat(secret.Node.Map("data").Select(pair => KeyValuePair.Create(pair.Key, Decoded(pair.Value)))).ToDictionary(StringComparer.Ordinal);
        foreach ((string key, string _) in values.Where(pair => !pair.Key.StartsWith(Notes, StringComparison.Ordinal) && !IsEncrypted(pair.Value)))
        {
            yield return $"{secret} has {key} in clear";
        }

        bool noted = secret.Node.At("sops") is YamlMappingNode notes
            ? IsEncrypted(notes.Text("mac")) && notes.Items("age").Count > 0
            : IsEncrypted(values.GetValueOrDefault("sops_mac")) && values.Keys.Any(key => key.StartsWith("sops_age__", StringComparison.Ordinal));
        if (!noted)
        {
            yield return $"{secret} was not written by SOPS";
        }
    }

    private static IEnumerable<string> GeneratorFaults(string file)
    {
        foreach (YamlNode generator in Yaml.Read(File.ReadAllText(file)).SelectMany(document => document.Items("secretGenerator")))
        {
            if (generator.Items("literals").Count > 0)
            {
                yield return $"{file} has a secret in its text";
            }

            foreach (string source in generator.Texts("envs").Concat(generator.Texts("files")).Where(source => !source.Contains(".sops.", StringComparison.Ordinal)))
            {
                yield return $"{file} makes a secret of {source}, which is not SOPS's";
            }
        }
    }

    private static bool IsEncrypted(string? value) => value?.StartsWith("ENC[", StringComparison.Ordinal) == true;

    private static string Decoded(string value)
    {
        byte[] bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out int length) ? System.Text.Encoding.UTF8.GetString(bytes, 0, length) : value;
    }
}
