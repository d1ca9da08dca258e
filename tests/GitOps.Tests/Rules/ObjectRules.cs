using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static class ObjectRules
{
    private static readonly string[] Versions =
    [
        "v1", "apps/v1", "autoscaling/v2", "batch/v1", "flagger.app/v1beta1", "gateway.networking.k8s.io/v1", "image.toolkit.fluxcd.io/v1",
        "kustomize.toolkit.fluxcd.io/v1", "monitoring.coreos.com/v1", "networking.k8s.io/v1", "policy/v1", "rbac.authorization.k8s.io/v1", "source.toolkit.fluxcd.io/v1", "traefik.io/v1alpha1",
    ];

    private static readonly string[] ClusterScoped = ["ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "Namespace"];

    public static IEnumerable<string> RendersCleanly(Target target)
    {
        if (target.Render.ExitCode != 0 || target.Render.Errors.Length > 0)
        {
            yield return $"exit {target.Render.ExitCode}: {target.Render.Errors}";
        }
    }

    public static IEnumerable<string> KnownVersions(Target target) => target.Objects
        .Where(item => item.ApiVersion != (item.Kind switch
        {
            "Alert" or "Provider" => "notification.toolkit.fluxcd.io/v1beta3",
            "Receiver" => "notification.toolkit.fluxcd.io/v1",
            _ => Versions.Contains(item.ApiVersion, StringComparer.Ordinal) ? item.ApiVersion : "",
        }))
        .Select(item => $"{item} has {item.ApiVersion}");

    public static IEnumerable<string> OwnNamespace(Target target) => target.Objects
        .Where(item => target.IsCluster
            ? item.Namespace != target.Namespace && item.Namespace != "flux-system" && item.Kind != "Namespace"
            : item.Namespace != target.Namespace || ClusterScoped.Contains(item.Kind, StringComparer.Ordinal))
        .Select(item => $"{item} is in '{item.Namespace}'");

    public static IEnumerable<string> NoDuplicates(Target target) => target.Objects
        .GroupBy(item => $"{item} in {item.Namespace}", StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => group.Key);

    public static IEnumerable<string> NothingToSubstitute(Target target) =>
        target.Objects.Where(item => item.Text.Contains("${", StringComparison.Ordinal)).Select(item => $"{item} has ${{, which would be taken for a variable of Flux");
}
