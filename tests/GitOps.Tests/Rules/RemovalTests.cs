using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>R45: the account of a site goes in a later push than the site.</summary>
public sealed class RemovalTests
{
    private const int Looked = 5;

    /// <summary>Each commit on the way of the first parents is one revision to Flux: what a merge brings comes at once.</summary>
    [ToolFact("git")]
    public void R45_no_recent_commit_takes_a_site_and_its_account_out_together()
    {
        string log = Command.Run(Repository.Root, "git", "log", "--first-parent", "--format=%H", "-n", $"{Looked}", "--", "gitops/clusters").Output;

        Assert.Empty(log.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(commit => Faults(Repository.Root, commit)));
    }

    [ToolFact("git")]
    public void R45_reports_a_commit_that_takes_both_out()
    {
        using TreeCopy copy = new("gitops/clusters");
        TakeOut(copy, "rainfall.yaml", "rbac.yaml");

        Assert.Equal(["Role deploy", "RoleBinding deploy", "ServiceAccount rainfall-prod"], Faults(copy.Root, "HEAD").Select(fault => fault.Split(" goes ")[0]).Order(StringComparer.Ordinal));
    }

    [ToolFact("git")]
    public void R45_lets_the_site_go_first()
    {
        using TreeCopy copy = new("gitops/clusters");
        TakeOut(copy, "rainfall.yaml");
        Assert.Empty(Faults(copy.Root, "HEAD"));

        TakeOut(copy, "rbac.yaml");
        Assert.Empty(Faults(copy.Root, "HEAD"));
    }

    [ToolFact("git")]
    public void R45_reports_a_merge_of_two_commits_that_each_take_out_one()
    {
        using TreeCopy copy = new("gitops/clusters");
        string main = copy.Git("symbolic-ref", "--short", "HEAD").Trim();
        copy.Git("checkout", "--quiet", "-b", "removal");
        TakeOut(copy, "rainfall.yaml");
        TakeOut(copy, "rbac.yaml");
        copy.Git("checkout", "--quiet", main);
        copy.Git("-c", "user.name=test", "-c", "user.email=test@localhost", "merge", "--quiet", "--no-ff", "-m", "merge", "removal");

        Assert.NotEmpty(Faults(copy.Root, "HEAD"));
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git")]
    public void R45_reports_an_account_that_goes_with_the_migration()
    {
        using TreeCopy copy = new("gitops/clusters");
        copy.Replace("gitops/clusters/prod/kustomization.yaml", "  # - migrate\n", "  - migrate\n");
        copy.Commit();
        TakeOut(copy, "rainfall.yaml");
        Assert.Empty(Faults(copy.Root, "HEAD"));
        copy.Replace("gitops/clusters/prod/kustomization.yaml", "  - migrate\n", "");
        TakeOut(copy, "rbac.yaml");

        Assert.Contains("rainfall-prod-migrate", string.Join('\n', Faults(copy.Root, "HEAD")), StringComparison.Ordinal);
    }

    private static void TakeOut(TreeCopy copy, params string[] files)
    {
        foreach (string file in files)
        {
            copy.Replace("gitops/clusters/prod/kustomization.yaml", $"  - {file}\n", "");
            File.Delete(copy.PathOf("gitops/clusters/prod/" + file));
        }

        copy.Commit();
    }

    private static IEnumerable<string> Faults(string repository, string commit) =>
        Tree.Environments.Select(environment => "gitops/clusters/" + environment)
            .SelectMany(cluster => RemovalRules.AccountOutlivesSite(RemovalRules.Entry(repository, commit + "^1", cluster), RemovalRules.Entry(repository, commit, cluster)));
}
