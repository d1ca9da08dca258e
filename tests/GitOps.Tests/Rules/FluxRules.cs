using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static partial class FluxRules
{
    private static readonly string[] Needed = ["interval", "path", "retryInterval", "serviceAccountName", "timeout"];
    private static readonly string[] Unwanted = ["healthChecks", "images", "postBuild", "targetNamespace"];

    private static readonly (string Kind, string[] Fields, string[] Words)[] Checks =
    [
        ("HTTPRoute", ["current"], ["'Accepted'", "'ResolvedRefs'", "'True'", "observedGeneration"]),
        ("Canary", ["inProgress", "failed", "current"], ["'Promoted'", "status.conditions"]),
    ];

    private static readonly string[] Modes = ["enforce", "audit", "warn"];

    public static IEnumerable<string> Kustomizations(Target target)
    {
        foreach (KubernetesObject item in target.OfKind("Kustomization"))
        {
            if (item.Node.Text("spec", "interval") is not { } interval || !Minutes().IsMatch(interval))
            {
                yield return $"{item} is not reconciled every ten minutes; changes by hand live until then";
            }

            foreach (string missing in Needed.Where(key => item.Node.Text("spec", key) is null))
            {
                yield return $"{item} has no {missing}";
            }

            if (item.Node.Text("spec", "prune") != "true" || item.Node.Text("spec", "wait") != "true" || Unwanted.Any(key => item.Node.At("spec", key) is not null))
            {
                yield return $"{item} must prune and wait, and have none of {string.Join(", ", Unwanted)}";
            }

            // flux bootstrap makes this source, and no other.
            if (item.Node.Text("spec", "sourceRef", "kind") != "GitRepository" || item.Node.Text("spec", "sourceRef", "name") != "flux-system" || item.Namespace != "flux-system")
            {
                yield return $"{item} has a source that is not there";
            }

            string folder = IsMigration(item) ? "jobs" : "overlays";
            if (item.Node.Text("spec", "path") != $"./gitops/{folder}/{target.Environment}" || !File.Exists(target.Tree.PathOf(item.Node.Text("spec", "path") + "/kustomization.yaml")))
            {
                yield return $"{item} does not lead to its overlay, or the migration to its job";
            }

            if (IsMigration(item) && (item.Node.Text("spec", "force") != "true" || item.Node.Text("spec", "decryption", "provider") != "sops"))
            {
                yield return $"{item} must make the Job anew for each image, and decrypt its secret";
            }
        }
    }

    /// <summary>Tells whether a Kustomization applies the migration of the archive, and not the site.</summary>
    public static bool IsMigration(KubernetesObject item) => item.Kind == "Kustomization" && item.Name.EndsWith("-migrate", StringComparison.Ordinal);

    /// <summary>What is generated has one owner: the other Kustomization would prune it, or write it back.</summary>
    public static IEnumerable<string> OneOwner(IEnumerable<Target> applied) => applied
        .SelectMany(target => target.Objects.Select(item => $"{item.Kind} {(item.Kind is "ConfigMap" or "Secret" ? Hash().Replace(item.Name, "") : item.Name)} in {item.Namespace}").Distinct(StringComparer.Ordinal))
        .GroupBy(name => name, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => $"{same.Key} is in two Kustomizations of Flux");

    /// <summary>An environment without an image is suspended, so that its first digest is the first thing that runs; one with an image is not.</summary>
    public static IEnumerable<string> SuspendedUntilDeployed(Target target) =>
        from item in target.OfKind("Kustomization")
        where target.IsCluster
        let image = File.ReadAllText(target.Tree.PathOf($"gitops/overlays/{target.Environment}/image/kustomization.yaml"))
        where (item.Node.Text("spec", "suspend") == "true") != image.Contains(FirstImage.Digest, StringComparison.Ordinal)
        select $"{item} must be suspended while there is no image, and only then";

    /// <summary>What Flux itself calls ready says nothing of these kinds.</summary>
    public static IEnumerable<string> ReadyMeansServing(Target target) =>
        from item in target.OfKind("Kustomization")
        where target.IsCluster && !IsMigration(item)
        from needed in Checks
        where !item.Node.Items("spec", "healthCheckExprs").Any(check =>
            check.Text("kind") == needed.Kind && Array.TrueForAll(needed.Fields, field => Array.TrueForAll(needed.Words, word => check.Text(field)?.Contains(word, StringComparison.Ordinal) == true)))
        select $"{item} does not wait for {needed.Kind}";

    public static IEnumerable<string> Namespaces(Target target) =>
        from item in target.OfKind("Namespace")
        from mode in Modes
        where item.Node.Text("metadata", "labels", "pod-security.kubernetes.io/" + mode) != "restricted"
        select $"{item} does not {mode} the restricted standard";

    [GeneratedRegex("-[a-z0-9]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("^([1-9]|10)m$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Minutes();
}
