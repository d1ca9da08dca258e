using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>What Flux starts from, in both clusters together.</summary>
public sealed class ClusterTests
{
    private static readonly string[] Write = ["get", "list", "watch", "create", "update", "patch", "delete"];

    // A Secret and a Job are rendered by no environment yet; the README says how one gets them. Pods and replica sets are only read.
    private static readonly string[] NotRendered = ["/secrets", "batch/jobs", "/pods", "/replicasets", "apps/pods", "apps/replicasets"];

    private static IEnumerable<KubernetesObject> Kustomizations => Targets.Clusters.SelectMany(target => target.OfKind("Kustomization"));

    [KustomizeFact]
    public void R27_each_Kustomization_of_Flux_has_a_name_of_its_own() =>
        Assert.Distinct(Kustomizations.Select(item => item.Name).Concat(["flux-system"]));

    [KustomizeFact]
    public void R27_no_two_Kustomizations_of_Flux_apply_the_same_folder()
    {
        string[] paths = [.. Kustomizations.Select(item => item.Node.Text("spec", "path") + "/"), .. Targets.Clusters.Select(target => $"./{target.Folder}/")];

        Assert.Equal(4, paths.Length);
        Assert.All(paths, path => Assert.Single(paths, other => other.StartsWith(path, StringComparison.Ordinal)));
    }

    [KustomizeFact]
    public void The_role_of_Flux_may_write_every_kind_that_is_rendered_and_no_other()
    {
        foreach (Target cluster in Targets.Clusters)
        {
            Dictionary<string, IReadOnlyList<string>> allowed = Allowed(cluster);
            string[] rendered = [.. Targets.All.Where(target => !target.IsCluster).SelectMany(target => target.Objects).Select(Resource).Distinct(StringComparer.OrdinalIgnoreCase)];

            Assert.Contains("apps/Deployments", rendered);
            Assert.All(rendered, resource => Assert.Equal(Write, allowed.GetValueOrDefault(resource, [])));
            Assert.Empty(allowed.Keys.Except(rendered, StringComparer.OrdinalIgnoreCase).Except(NotRendered, StringComparer.OrdinalIgnoreCase));
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Allowed(Target cluster) =>
        (from rule in cluster.OfKind("Role").Single().Node.Items("rules")
         from @group in rule.Texts("apiGroups")
         from resource in rule.Texts("resources")
         select (Name: $"{@group}/{resource}", Verbs: rule.Texts("verbs"))).ToDictionary(rule => rule.Name, rule => rule.Verbs, StringComparer.OrdinalIgnoreCase);

    /// <summary>The plural that a Role knows a kind by, but for its capitals.</summary>
    private static string Resource(KubernetesObject item)
    {
        string[] version = item.ApiVersion.Split('/');
        string plural = item.Kind.EndsWith('s') ? item.Kind + "es" : item.Kind.EndsWith('y') ? item.Kind[..^1] + "ies" : item.Kind + "s";
        return $"{(version.Length == 2 ? version[0] : "")}/{plural}";
    }
}
