using System.Text.Json;

namespace GitOps.Tests.Shipping;

/// <summary>Old settings maps go when nothing refers to them, and no sooner.</summary>
public sealed class CleanMapsTests : IAsyncLifetime
{
    private const string Script = "scripts/gitops/clean-maps.sh";

    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
        // Revision 5 runs; of the others, revision 1 still has a pod and revision 2 is older than the last three.
        await ClusterAsync(
            ["now", "four", "three", "two", "one", "cache-now", "pod", "sync", "sync-under-way", "never"],
            [Deployment("now"), Deployment("cache-now", "volume"), Set(5, "now", 3), Set(4, "four", 0), Set(3, "three", 0), Set(2, "two", 0), Set(1, "one", 1), Pod("pod"), CronJob("sync"), Job("sync-under-way")]);
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git", "jq")]
    public async Task Only_maps_that_nothing_refers_to_are_deleted()
    {
        (int code, string said) = await _deployments.RunAsync(_clone, Script, "prod");

        Assert.True(code == 0, said);
        Assert.Equal(["delete configmap two", "delete configmap never"], await DeletedAsync());
    }

    [ToolFact("git", "jq")]
    public async Task A_dry_run_names_them_and_deletes_none()
    {
        (int code, string said) = await _deployments.RunAsync(_clone, Script, "prod", "--dry-run");

        Assert.True(code == 0, said);
        Assert.EndsWith("without --dry-run they are deleted:\ntwo\nnever\n", said, StringComparison.Ordinal);
        Assert.Empty(await DeletedAsync());
    }

    [ToolFact("git", "jq")]
    public async Task A_cluster_without_the_site_loses_nothing()
    {
        await ClusterAsync(["now"], []);

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "prod");

        Assert.NotEqual(0, code);
        Assert.Contains("is this the right cluster?", said, StringComparison.Ordinal);
        Assert.Empty(await DeletedAsync());
    }

    [ToolFact("git", "jq")]
    public async Task Without_a_cluster_it_says_in_one_sentence_what_to_do()
    {
        await _deployments.ProgramAsync("kubectl", "echo 'error: current-context is not set' >&2; exit 1");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "prod");

        Assert.Equal(1, code);
        Assert.Equal("clean-maps: kubectl has no current context; choose one with kubectl config use-context NAME\n", said);
    }

    private static object Template(string map, string how = "envFrom") => how == "envFrom"
        ? new { containers = new[] { new { envFrom = new[] { new { configMapRef = new { name = map } } } } } }
        : new { volumes = new[] { new { name = "config", configMap = new { name = map } } } };

    private static object Deployment(string map, string how = "envFrom") =>
        new { kind = "Deployment", metadata = new { name = map }, spec = new { template = new { spec = Template(map, how) } } };

    private static object Pod(string map) => new { kind = "Pod", metadata = new { name = map }, spec = Template(map) };

    private static object Job(string map) => new { kind = "Job", metadata = new { name = map }, spec = new { template = new { spec = Template(map) } } };

    private static object CronJob(string map) => new { kind = "CronJob", metadata = new { name = map }, spec = new { jobTemplate = new { spec = new { template = new { spec = Template(map) } } } } };

    private static object Set(int revision, string map, int replicas) => new
    {
        kind = "ReplicaSet",
        metadata = new
        {
            annotations = new Dictionary<string, string>(StringComparer.Ordinal) { ["deployment.kubernetes.io/revision"] = $"{revision}" },
            ownerReferences = new[] { new { uid = "rainfall" } },
        },
        spec = new { replicas, template = new { spec = Template(map) } },
    };

    private async Task ClusterAsync(string[] maps, object[] workloads)
    {
        await File.WriteAllTextAsync(_deployments.PathOf("maps.json"), JsonSerializer.Serialize(new { items = maps.Select(name => new { metadata = new { name } }) }));
        await File.WriteAllTextAsync(_deployments.PathOf("workloads.json"), JsonSerializer.Serialize(new { items = workloads }));
        await File.WriteAllTextAsync(_deployments.PathOf("deleted"), "");
        await _deployments.ProgramAsync("kubectl", $"""
            case "$1 $2" in
              "config current-context") echo kind-test; exit ;;
              "get --raw") exit ;;
            esac
            [ "$1 $2" = "--namespace rainfall-prod" ] || exit 2
            shift 2
            case "$1 $2" in
              "get configmaps") cat {_deployments.PathOf("maps.json")} ;;
              "get deployments,replicasets,pods,jobs,cronjobs") cat {_deployments.PathOf("workloads.json")} ;;
              *) echo "$@" >> {_deployments.PathOf("deleted")} ;;
            esac
            """);
    }

    private Task<string[]> DeletedAsync() => File.ReadAllLinesAsync(_deployments.PathOf("deleted"));
}
