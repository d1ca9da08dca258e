using GitOps.Tests.Rendering;

namespace GitOps.Tests.Shipping;

/// <summary>The script that tries the tree on a cluster of its own, against programs that write their calls down: no cluster runs here.</summary>
public sealed class TryTests : IAsyncLifetime
{
    private const string Digest = "sha256:abababababababababababababababababababababababababababababababab";

    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
        await ClusterAsync(refused: "stranger-to-[sc]*");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [KustomizeFact("git", "bash")]
    public async Task The_working_tree_is_deployed_and_asked_through_the_ingress()
    {
        // Not committed: it must be deployed all the same.
        await File.AppendAllTextAsync(Path.Combine(_clone, "gitops/overlays/prod/rainfall.env"), "Map__TileAttribution=mine\n");

        (int code, string said) = await _deployments.RunAsync(_clone, "scripts/gitops/try.sh", "prod");

        Assert.True(code == 0, said);
        Assert.Contains("prod: deployed, reached through the ingress, closed to strangers, nothing lost in a rollout.", said, StringComparison.Ordinal);
        string calls = await File.ReadAllTextAsync(_deployments.PathOf("calls"));
        string[] order = ["kind create cluster", "flux install", "docker build", "docker push", "flux push artifact oci://localhost:5001/tree:try", "flux create source oci", "kubectl apply --kustomize", "kubectl --namespace flux-system wait kustomization/rainfall-prod", "--resolve rainfall.example.org:80:10.96.0.9", "run stranger-to-site", "run asker", "run stranger-to-cache", "rollout restart", "kind delete cluster"];
        int[] places = [.. order.Select(call => calls.IndexOf(call, StringComparison.Ordinal))];
        Assert.All(places, place => Assert.True(place >= 0, calls));
        Assert.Equal(places.Order(), places);
        string pushed = await File.ReadAllTextAsync(_deployments.PathOf("pushed.yaml"));
        Assert.Contains("rainfall-registry:5000/rainfall:try@" + Digest, pushed, StringComparison.Ordinal);
        Assert.Contains("Hydromet__Source: Replay", pushed, StringComparison.Ordinal);
        Assert.Contains("Map__TileAttribution", pushed, StringComparison.Ordinal);
        Assert.Equal("M gitops/overlays/prod/rainfall.env", (await _deployments.GitAsync(_clone, "status", "--porcelain")).Trim());
    }

    [KustomizeFact("git", "bash")]
    public async Task A_stranger_that_reaches_the_site_fails_the_trial()
    {
        await ClusterAsync(refused: "nobody");

        (int code, string said) = await _deployments.RunAsync(_clone, "scripts/gitops/try.sh", "dev");

        Assert.NotEqual(0, code);
        Assert.Contains("a pod that is not the ingress reaches the site of dev", said, StringComparison.Ordinal);
        Assert.Contains("kind delete cluster", await File.ReadAllTextAsync(_deployments.PathOf("calls")), StringComparison.Ordinal);
    }

    [KustomizeFact("git", "bash")]
    public async Task A_stranger_that_reaches_nothing_at_all_proves_nothing()
    {
        await ClusterAsync(refused: "*");

        (int code, string said) = await _deployments.RunAsync(_clone, "scripts/gitops/try.sh", "dev");

        Assert.NotEqual(0, code);
        Assert.Contains("would prove nothing", said, StringComparison.Ordinal);
    }

    private async Task ClusterAsync(string refused)
    {
        string log = $"echo \"$(basename \"$0\")\" \"$@\" >> {_deployments.PathOf("calls")}";
        await _deployments.ProgramAsync("kind", $"{log}; [ \"$1 $2\" != 'get nodes' ] || echo rainfall-control-plane");
        await _deployments.ProgramAsync("curl", log);
        await _deployments.ProgramAsync("flux", $"{log}; [ \"$1\" != push ] || bash {_clone}/scripts/gitops/kustomize.sh \"$5/gitops/overlays/prod\" > {_deployments.PathOf("pushed.yaml")}");
        await _deployments.ProgramAsync("docker", $"{log}; case \"$*\" in *--interactive*) cat > /dev/null ;; *--format*) echo localhost:5001/rainfall@{Digest} ;; inspect*) exit 1 ;; *write-out*) echo 200 ;; esac");
        await _deployments.ProgramAsync("kubectl", $$"""
            case "$*" in
              kustomize*|"version --client") exec {{Tool.Find("kubectl") ?? "false"}} "$@" ;;
            esac
            {{log}}
            case "$*" in
              *"get service"*) printf 10.96.0.9 ;;
              *\ run\ {{refused}}\ *) exit 1 ;;
            esac
            """);
    }
}
