using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>What one commit may take out of a cluster at once.</summary>
internal static class RemovalRules
{
    /// <summary>Flux deletes a site as the site's account. Pruned in the same pass, the account can delete nothing any more, and the site runs on unmanaged while Flux says ready.</summary>
    public static IEnumerable<string> AccountOutlivesSite(IReadOnlyList<KubernetesObject> before, IReadOnlyList<KubernetesObject> after) =>
        from site in before
        where site.ApiVersion.StartsWith("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal) && IsGone(site, after)
        let account = site.Node.Text("spec", "serviceAccountName")
        let bindings = before.Where(item => item.Kind == "RoleBinding" && item.Node.Items("subjects").Any(subject => subject.Text("name") == account)).ToList()
        from item in before
        where (item.Kind == "ServiceAccount" && item.Name == account)
            || bindings.Contains(item)
            || (item.Kind == "Role" && bindings.Exists(binding => binding.Namespace == item.Namespace && binding.Node.Text("roleRef", "name") == item.Name))
        where IsGone(item, after)
        select $"{item} goes in the same commit as {site}, which it deletes; take the site out first, and the account in a later push (scripts/gitops/remove.sh)";

    /// <summary>Reads what a cluster's entry of a commit lists.</summary>
    public static IReadOnlyList<KubernetesObject> Entry(string repository, string commit, string cluster)
    {
        string? list = Show(repository, commit, $"{cluster}/kustomization.yaml");
        return list is null
            ? []
            :
            [
                .. Yaml.Parse(list).Single().Texts("resources").Select(file => Show(repository, commit, $"{cluster}/{file}")).OfType<string>().SelectMany(KubernetesObject.Read),
                // The migration; other components are not in the folder, and apply nothing.
                .. Yaml.Parse(list).Single().Texts("components").Where(folder => !folder.StartsWith('.')).SelectMany(folder => Entry(repository, commit, $"{cluster}/{folder}")),
            ];
    }

    private static bool IsGone(KubernetesObject item, IReadOnlyList<KubernetesObject> after) =>
        !after.Any(other => (other.Kind, other.Namespace, other.Name) == (item.Kind, item.Namespace, item.Name));

    private static string? Show(string repository, string commit, string path)
    {
        CommandResult result = path.EndsWith(".yaml", StringComparison.Ordinal) ? Command.Run(repository, "git", "show", $"{commit}:{path}") : new CommandResult(1, "", "");
        return result.ExitCode == 0 ? result.Output : null;
    }
}
