using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static class FluxRules
{
    private static readonly string[] Needed = ["interval", "path", "retryInterval", "serviceAccountName", "timeout"];
    private static readonly string[] Unwanted = ["healthChecks", "images", "postBuild", "targetNamespace"];

    private static readonly string[] Modes = ["enforce", "audit", "warn"];

    public static IEnumerable<string> Kustomizations(Target target)
    {
        foreach (KubernetesObject item in target.OfKind("Kustomization"))
        {
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

            if (item.Node.Text("spec", "path") != $"./gitops/overlays/{target.Environment}" || !File.Exists(Repository.PathOf(item.Node.Text("spec", "path") + "/kustomization.yaml")))
            {
                yield return $"{item} does not lead to its overlay";
            }
        }
    }

    public static IEnumerable<string> Namespaces(Target target) =>
        from item in target.OfKind("Namespace")
        from mode in Modes
        where item.Node.Text("metadata", "labels", "pod-security.kubernetes.io/" + mode) != "restricted"
        select $"{item} does not {mode} the restricted standard";
}
