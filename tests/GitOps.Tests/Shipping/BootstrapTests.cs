namespace GitOps.Tests.Shipping;

/// <summary>What a cluster is asked before Flux is installed in it.</summary>
public sealed class BootstrapTests : IAsyncLifetime
{
    private const string Script = "scripts/gitops/bootstrap.sh";
    private static readonly string[] Everything =
    [
        "--raw /version",
        "ingressclass traefik", "customresourcedefinition clusterissuers.cert-manager.io", "clusterissuer letsencrypt", "namespace kube-system", "namespace traefik",
    ];

    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        await FakeGitHub.InstallAsync(_deployments);
        await ClusterAsync("2.9.4", "1.35.1+k3s1", Everything);
        _clone = await _deployments.CloneAsync("clone");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git", "jq")]
    public async Task Flux_is_installed_with_a_key_that_only_reads()
    {
        (int code, string said) = await _deployments.RunAsync(_clone, Script, "prod");

        Assert.True(code == 0, said);
        Assert.Equal(
            ["check --pre", "token-of-gh bootstrap github --owner=owner --repository=site --branch=main --path=gitops/clusters/prod --read-write-key=false --personal"],
            await CallsOfFluxAsync());
    }

    [ToolFact("git", "jq")]
    public async Task What_follows_two_dashes_goes_to_flux()
    {
        await _deployments.RunAsync(_clone, Script, "dev", "--", "--components-extra=image-reflector-controller,image-automation-controller", "--read-write-key");

        Assert.EndsWith(" --personal --components-extra=image-reflector-controller,image-automation-controller --read-write-key", (await CallsOfFluxAsync())[^1], StringComparison.Ordinal);
    }

    [ToolTheory("git", "jq")]
    [InlineData("exit 1", "kubectl has no current context; choose one")]
    [InlineData("[ $1 = config ] && echo kind-test || { echo 'dial tcp: refused' >&2; exit 1; }", "the cluster of the context kind-test does not respond; start it")]
    public async Task Without_a_cluster_it_says_in_one_sentence_what_to_do(string kubectl, string sentence)
    {
        await _deployments.ProgramAsync("kubectl", kubectl);

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "dev", "--check");

        Assert.Equal(1, code);
        Assert.StartsWith("bootstrap: " + sentence, said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
    }

    [ToolFact("git", "jq")]
    public async Task An_organization_is_no_person()
    {
        _deployments.Environment["OWNER_TYPE"] = "Organization";

        await _deployments.RunAsync(_clone, Script, "dev");

        Assert.DoesNotContain("--personal", (await CallsOfFluxAsync())[^1], StringComparison.Ordinal);
    }

    [ToolTheory("git", "jq")]
    [InlineData("2.10.0", "1.34.0", "ingressclass traefik", "ingressclass traefik")]
    [InlineData("2.9.0", "1.33.9", "namespace traefik|clusterissuer letsencrypt", "Kubernetes 1.34.0 or newer; this one is 1.33.9", "namespace traefik", "clusterissuer letsencrypt")]
    [InlineData("2.8.5", "1.35.1", "customresourcedefinition clusterissuers.cert-manager.io", "flux 2.9.0 or newer; this one is 2.8.5", "install cert-manager")]
    public async Task What_the_cluster_lacks_is_named_and_nothing_is_installed(string flux, string kubernetes, string without, params string[] missing)
    {
        await ClusterAsync(flux, kubernetes, [.. Everything.Except(without.Split('|'), StringComparer.Ordinal)]);

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "prod");

        Assert.NotEqual(0, code);
        Assert.All(missing, reason => Assert.Contains(reason, said, StringComparison.Ordinal));
        Assert.Contains($"{missing.Length} checks failed; nothing was installed", said, StringComparison.Ordinal);
        Assert.Equal(["check --pre"], await CallsOfFluxAsync());
    }

    [ToolFact("git", "jq")]
    public async Task A_check_installs_nothing()
    {
        (int code, string said) = await _deployments.RunAsync(_clone, Script, "dev", "--check");

        Assert.True(code == 0, said);
        Assert.Equal(["check --pre"], await CallsOfFluxAsync());
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git", "jq")]
    public async Task What_is_not_pushed_would_not_be_deployed()
    {
        await File.AppendAllTextAsync(Path.Combine(_clone, "gitops/overlays/dev/rainfall.env"), "\n");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "dev");

        Assert.NotEqual(0, code);
        Assert.Contains("commit and push first", said, StringComparison.Ordinal);
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git", "jq")]
    public async Task A_clone_that_is_behind_is_pulled_first()
    {
        string other = await _deployments.CloneAsync("other");
        await File.AppendAllTextAsync(Path.Combine(other, "gitops/overlays/dev/rainfall.env"), "\n");
        await _deployments.GitAsync(other, "commit", "--quiet", "--all", "--message", "Deploy an image");
        await _deployments.GitAsync(other, "push", "--quiet", "origin", "HEAD:main");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "dev");

        Assert.NotEqual(0, code);
        Assert.Contains("main on GitHub has newer commits; git pull first", said, StringComparison.Ordinal);
    }

    private async Task<string[]> CallsOfFluxAsync() => await File.ReadAllLinesAsync(_deployments.PathOf("flux.log"));

    /// <summary>The programs of a cluster that has these things. What kubectl does without a cluster, the real one does, if there is one.</summary>
    private async Task ClusterAsync(string flux, string kubernetes, string[] things)
    {
        await File.WriteAllTextAsync(_deployments.PathOf("things"), string.Join('\n', things) + "\n");
        await _deployments.ProgramAsync("flux", $"[ \"$1\" != version ] || {{ echo 'flux: v{flux}'; exit; }}; echo ${{GITHUB_TOKEN:+$GITHUB_TOKEN }}\"$@\" >> {_deployments.PathOf("flux.log")}");
        await _deployments.ProgramAsync("kubectl", $$"""
            case "$1 $2" in
              "config current-context") echo kind-test ;;
              "version --output") printf '{\n  "clientVersion": {\n    "gitVersion": "v1.30.0"\n  },\n  "serverVersion": {\n    "gitVersion": "v{{kubernetes}}"\n  }\n}\n' ;;
              "get "*) grep -qx -- "$2 $3" {{_deployments.PathOf("things")}} ;;
              *) exec {{Tool.Find("kubectl") ?? "false"}} "$@" ;;
            esac
            """);
    }
}
