using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>What Flux starts from, in both clusters together.</summary>
public sealed class ClusterTests
{
    private static readonly string[] Write = ["get", "list", "watch", "create", "update", "patch", "delete"];

    // Pods and replica sets are only read.
    private static readonly string[] NotRendered = ["/pods", "/replicasets", "apps/pods", "apps/replicasets"];

    [KustomizeTheory]
    [EachTree]
    public void R27_each_Kustomization_of_Flux_has_a_name_of_its_own(string tree) =>
        Assert.Distinct(Kustomizations(Trees.Of(tree)).Select(item => item.Name).Concat(["flux-system"]));

    [KustomizeTheory]
    [EachTree]
    public void R27_no_two_Kustomizations_of_Flux_apply_the_same_folder(string tree)
    {
        string[] paths = [.. Kustomizations(Trees.Of(tree)).Select(item => item.Node.Text("spec", "path") + "/"), .. Trees.Of(tree).Clusters.Select(target => $"./{target.Folder}/")];

        Assert.Equal(4, paths.Length);
        Assert.All(paths, path => Assert.Single(paths, other => other.StartsWith(path, StringComparison.Ordinal)));
    }

    [KustomizeTheory]
    [EachTree]
    public void The_role_of_Flux_may_write_every_kind_that_is_rendered_and_no_other(string tree)
    {
        foreach (Target cluster in Trees.Of(tree).Clusters)
        {
            Dictionary<string, IReadOnlyList<string>> allowed = Allowed(cluster);
            string[] rendered = [.. Trees.Of(tree).All.Where(target => !target.IsCluster).SelectMany(target => target.Objects).Select(Resource).Distinct(StringComparer.OrdinalIgnoreCase)];

            Assert.Contains("apps/Deployments", rendered);
            Assert.All(rendered, resource => Assert.Equal(Write, allowed.GetValueOrDefault(resource, [])));
            Assert.Empty(allowed.Keys.Except(rendered, StringComparer.OrdinalIgnoreCase).Except(NotRendered, StringComparer.OrdinalIgnoreCase));
        }
    }

    [KustomizeTheory]
    [EachTree]
    public void R44_a_component_of_a_cluster_changes_nothing_that_is_there_without_it(string tree) =>
        Assert.All(Trees.Of(tree).Combinations.Where(target => target.IsCluster && !target.OfKind("Kustomization").Any(FluxRules.IsMigration)), target =>
            Assert.Empty(Trees.Of(tree).Cluster(target.Environment).Render.Output.Trim().Split("\n---\n").Except(target.Render.Output.Trim().Split("\n---\n"), StringComparer.Ordinal)));

    [KustomizeTheory]
    [EachTree]
    public void R46_each_cluster_reports_on_a_commit_under_a_name_of_its_own(string tree) =>
        Assert.Equal(
            ["'rainfall-dev' + '/' + event.involvedObject.name", "'rainfall-prod' + '/' + event.involvedObject.name"],
            Trees.Of(tree).Combinations.Where(target => target.IsCluster).SelectMany(target => target.OfKind("Provider")).Select(item => item.Node.Text("spec", "commitStatusExpr")));

    [KustomizeTheory]
    [EachTree]
    public void R50_nothing_is_in_two_Kustomizations_of_Flux(string tree) =>
        Assert.All(Tree.Environments, environment => Assert.Empty(FluxRules.OneOwner(WithArchive(Trees.Of(tree), environment))));

    [KustomizeTheory]
    [InlineData("ConfigMap", "rainfall-config-0123456789", 1)]
    [InlineData("Secret", "rainfall-database", 0)]
    [InlineData("ServiceAccount", "rainfall", 1)]
    public void R50_reports_what_the_site_and_the_migration_both_have(string kind, string name, int changed)
    {
        Target[] applied = WithArchive(Trees.Checkout, "prod");
        string added = $"{{0}}\n---\napiVersion: v1\nkind: {kind}\nmetadata:\n  name: {name}\n  namespace: rainfall-prod\n";
        Target Also(Target target) => target.With(target.Render with { Output = string.Format(System.Globalization.CultureInfo.InvariantCulture, added, target.Render.Output) });

        Assert.Contains($"{kind} rainfall", Assert.Single(FluxRules.OneOwner(applied.Select((target, index) => index == changed ? Also(target) : target))), StringComparison.Ordinal);
    }

    private static Target[] WithArchive(Tree tree, string environment) =>
        [.. ((string[])[$"overlays-{environment}+archive", "jobs-" + environment]).Select(name => tree.Combinations.Single(target => Path.GetFileName(target.Folder) == name))];

    private static IEnumerable<KubernetesObject> Kustomizations(Tree tree) => tree.Clusters.SelectMany(target => target.OfKind("Kustomization"));

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
