namespace GitOps.Tests.Shipping;

/// <summary>The site leaves a cluster in two commits: first the site, then the account that deletes it.</summary>
public sealed class RemoveTests : IAsyncLifetime
{
    private const string Script = "scripts/gitops/remove.sh";
    private const string Entry = "gitops/clusters/dev/kustomization.yaml";

    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
        await ClusterHasAsync("");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git")]
    public async Task The_first_commit_takes_the_site_and_the_second_the_account()
    {
        await RemoveAsync();
        string first = await File.ReadAllTextAsync(Path.Combine(_clone, Entry));
        await _deployments.GitAsync(_clone, "push", "--quiet");
        await RemoveAsync();

        Assert.DoesNotContain("rainfall.yaml", first, StringComparison.Ordinal);
        Assert.Contains("rbac.yaml", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rbac.yaml", await File.ReadAllTextAsync(Path.Combine(_clone, Entry)), StringComparison.Ordinal);
        Assert.Equal($"{Entry}\n{Entry}", await _deployments.GitAsync(_clone, "log", "--format=", "--name-only", "-2"));
        Assert.Contains("is not on the cluster dev", await RefusedAsync(Script, "dev"), StringComparison.Ordinal);
        await _deployments.GitAsync(_clone, "push", "--quiet");
        Assert.Equal(0, (await _deployments.RunAsync(_clone, "scripts/gitops/check-removal.sh", "HEAD~1")).Code);
        Assert.Equal(0, (await _deployments.RunAsync(_clone, "scripts/gitops/check-removal.sh", "HEAD")).Code);
    }

    [ToolFact("git")]
    public async Task A_component_that_needs_the_account_goes_with_it()
    {
        await CommitAsync("  - ../../components/flux-notifications");
        await RemoveAsync();
        await _deployments.GitAsync(_clone, "push", "--quiet");

        await RemoveAsync();

        Assert.DoesNotContain("flux-notifications", await File.ReadAllTextAsync(Path.Combine(_clone, Entry)), StringComparison.Ordinal);
    }

    [ToolFact("git")]
    public async Task The_migration_goes_with_the_site()
    {
        string entry = Path.Combine(_clone, Entry);
        await File.WriteAllTextAsync(entry, (await File.ReadAllTextAsync(entry)).Replace("  # - migrate\n", "  - migrate\n", StringComparison.Ordinal));
        await _deployments.GitAsync(_clone, "commit", "--quiet", "--all", "--message", "The archive");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "dev");

        Assert.Equal(0, code);
        Assert.Contains("--for=delete kustomization/rainfall-dev kustomization/rainfall-dev-migrate --timeout", said, StringComparison.Ordinal);
        Assert.DoesNotContain("  - migrate\n", await File.ReadAllTextAsync(entry), StringComparison.Ordinal);
        await _deployments.GitAsync(_clone, "push", "--quiet");
        await ClusterHasAsync("kustomization.kustomize.toolkit.fluxcd.io/rainfall-dev-migrate");
        Assert.Contains("or its migration", await RefusedAsync(Script, "dev"), StringComparison.Ordinal);
    }

    [ToolFact("git")]
    public async Task What_does_not_render_without_the_account_is_put_back()
    {
        await CommitAsync("  - ../../components/flux-notifications/../flux-notifications");
        await RemoveAsync();
        await _deployments.GitAsync(_clone, "push", "--quiet");

        Assert.Contains("does not render without rbac.yaml namespace.yaml", await RefusedAsync(Script, "dev"), StringComparison.Ordinal);
        Assert.Empty(await _deployments.GitAsync(_clone, "status", "--porcelain"));
    }

    [ToolFact("git")]
    public async Task The_second_commit_waits_for_the_first_to_be_applied()
    {
        await RemoveAsync();
        Assert.Contains("the first step is not on origin yet", await RefusedAsync(Script, "dev"), StringComparison.Ordinal);

        await _deployments.GitAsync(_clone, "push", "--quiet");
        await ClusterHasAsync("kustomization.kustomize.toolkit.fluxcd.io/rainfall-dev");

        Assert.Contains("the cluster still has the Kustomization rainfall-dev", await RefusedAsync(Script, "dev"), StringComparison.Ordinal);
        await _deployments.ProgramAsync("kubectl", Kubectl("exit 1"));
        Assert.Contains("the cluster cannot be asked", await RefusedAsync(Script, "dev"), StringComparison.Ordinal);
    }

    [ToolFact("git")]
    public async Task A_change_that_takes_both_at_once_is_found()
    {
        string entry = Path.Combine(_clone, Entry);
        string[] lines = await File.ReadAllLinesAsync(entry);
        await File.WriteAllLinesAsync(entry, lines.Where(line => line is not ("  - rainfall.yaml" or "  - rbac.yaml")));

        Assert.Contains("gitops/clusters/dev drops rainfall-dev and the account rainfall-dev", await RefusedAsync("scripts/gitops/check-removal.sh", "HEAD"), StringComparison.Ordinal);
    }

    [ToolFact("git")]
    public async Task A_cluster_that_is_dropped_whole_is_found() // its folder is gone
    {
        Directory.Delete(Path.Combine(_clone, "gitops/clusters/prod"), recursive: true);

        Assert.Contains("gitops/clusters/prod drops rainfall-prod", await RefusedAsync("scripts/gitops/check-removal.sh", "HEAD"), StringComparison.Ordinal);
    }

    private static string Kubectl(string get) => $"case $1 in --namespace) {get} ;; *) exec {Tool.Find("kubectl") ?? "false"} \"$@\" ;; esac";

    private Task ClusterHasAsync(string kustomizations) => _deployments.ProgramAsync("kubectl", Kubectl($"echo '{kustomizations}'"));

    private async Task CommitAsync(string component)
    {
        await File.AppendAllTextAsync(Path.Combine(_clone, Entry), component + "\n");
        await _deployments.GitAsync(_clone, "commit", "--quiet", "--all", "--message", "A component");
    }

    private async Task RemoveAsync()
    {
        (int code, string said) = await _deployments.RunAsync(_clone, Script, "dev");
        Assert.True(code == 0, said);
    }

    private async Task<string> RefusedAsync(string script, params string[] arguments)
    {
        (int code, string said) = await _deployments.RunAsync(_clone, script, arguments);
        Assert.NotEqual(0, code);
        return said;
    }
}
