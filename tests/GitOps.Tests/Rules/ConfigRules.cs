using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;
using GitOps.Tests.Site;

namespace GitOps.Tests.Rules;

internal static partial class ConfigRules
{
    public static IEnumerable<string> ImmutableConfig(Target target) =>
        target.OfKind("ConfigMap").SelectMany(map => Faults(map)).Concat(SiteSettings.Maps(target).SelectMany(Unread)).Concat(Misplaced(target));

    private static IEnumerable<string> Unread(KubernetesObject map) =>
        map.Node.Map("data").Keys.Except(SiteSettings.Read, StringComparer.Ordinal).Select(key => $"{map} has {key}, which nothing reads");

    private static IEnumerable<string> Misplaced(Target target) => SiteSettings.Maps(target)
        .Where(map => map.Node.Text("data", "NAMESPACE") is { } name && name != target.Namespace)
        .Select(map => $"{map} names another namespace than {target.Namespace}");

    private static IEnumerable<string> Faults(KubernetesObject map)
    {
        if (!Hashed().IsMatch(map.Name))
        {
            yield return $"{map} has no hash in its name";
        }

        if (map.Node.Text("immutable") != "true")
        {
            yield return $"{map} is not immutable";
        }

        if (map.Node.Text("metadata", "annotations", "kustomize.toolkit.fluxcd.io/prune") != "disabled")
        {
            yield return $"{map} would be pruned under a running rollout";
        }

        foreach (string key in map.Node.Map("data").Where(pair => Secret().IsMatch(pair.Key) && !OfAFile().IsMatch(pair.Value)).Select(pair => pair.Key))
        {
            yield return $"{map} has {key}, which belongs into a secret";
        }
    }

    [GeneratedRegex("-[a-z0-9]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Hashed();

    /// <summary>A connection string that is only the path of a file.</summary>
    [GeneratedRegex("^Data Source=/[a-z/.]+$", RegexOptions.None, 1000)]
    private static partial Regex OfAFile();

    [GeneratedRegex("password|secret|token|api_?key|connectionstring", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Secret();
}
