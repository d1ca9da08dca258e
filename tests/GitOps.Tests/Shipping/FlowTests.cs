using GitOps.Tests.Rendering;

namespace GitOps.Tests.Shipping;

/// <summary>The scripts of the workflows in their order, from a push to a proposal for prod, in a fork that publishes no packages.</summary>
public sealed class FlowTests(RegistryServer server) : IClassFixture<RegistryServer>, IAsyncLifetime
{
    private readonly Deployments _deployments = new();
    private readonly LocalRegistry _registry = new(server);
    private string _commit = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        await FakeGitHub.InstallAsync(_deployments);
        await CiEndsAsync("completed success");
        // Signs by writing down what it signed, and verifies by reading it.
        string signed = _deployments.PathOf("signed");
        await _deployments.ProgramAsync("cosign", $"case $1 in sign) echo \"${{@: -1}}\" >> {signed} ;; verify) grep -qxF \"${{@: -1}}\" {signed} ;; sign-blob) touch \"$4\" ;; esac");
        await _deployments.ProgramAsync("dotnet", "[ \"$1\" = msbuild ] && echo 1.2.3-alpha.0.4");
        await _deployments.HookAsync(_deployments.Remote, "pre-receive", "while read -r _ _ ref; do [ \"$ref\" != refs/heads/main ] || [ \"$PUSHED_BY\" = 'deploy key' ] || { echo 'a rule protects main' >&2; exit 1; }; done");
        _commit = await _deployments.HeadAsync();
        (string host, string repository) = (_registry.Name.Split('/', 2)[0], _registry.Name.Split('/', 2)[1]);
        _deployments.Environment["INSECURE_REGISTRY"] = "true";
        _deployments.Environment["REGISTRY"] = host;
        _deployments.Environment["GITHUB_REPOSITORY"] = repository;
        _deployments.Environment["AWAIT_CI_SECONDS"] = "0";
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [KustomizeFact("git", "jq", "skopeo", "docker-registry")]
    public async Task From_a_push_to_a_proposal_with_a_protected_main_and_no_packages()
    {
        WorkflowRun push = Run(12, key: true);
        await PassesAsync(push, "image", "build");
        await PassesAsync(push, "image", "bump-dev");
        Assert.Equal($"REVISION={_commit}\nVERSION=1.2.3-alpha.0.4\n", push.BuildArguments);
        string digest = (await _registry.DigestAsync($"sha-{_commit}"))!;
        Assert.Equal($"{_registry.Name}:main-12-{_commit[..7]}@{digest}", await _deployments.ImageAsync("dev"));

        // GitHub makes the tag with the release; here the remote does. It lies on the bump.
        await _deployments.GitAsync(_deployments.Remote, "tag", "v1.0.0", "main");
        WorkflowRun release = Run(1, key: true, "v1.0.0");
        await PassesAsync(release, "package", "check-release");
        await PassesAsync(release, "package", "draft");
        Assert.False(release.Holds("package", "publish"), "A fork published packages.");
        Assert.Contains("--draft", FakeGitHub.Lines(_deployments, "release"));

        await PassesAsync(release, "promote", "propose");
        await PassesAsync(release, "promote", "propose");
        Assert.Equal($"{_registry.Name}:1.0.0@{digest}", await _deployments.ImageAsync("prod", "promote/prod"));
        Assert.Contains("deploy(prod): 1.0.0", FakeGitHub.Lines(_deployments, "pr"));
        Assert.Equal(["deploy(dev): main-12-" + _commit[..7]], await _deployments.CommitsAsync());
    }

    [Trait("Category", "Nightly")]
    [KustomizeFact("git", "jq", "skopeo", "docker-registry")]
    public async Task A_second_run_takes_the_image_of_the_first()
    {
        await PassesAsync(Run(12, key: true), "image", "build");
        string? first = await _registry.DigestAsync($"sha-{_commit}");
        WorkflowRun again = Run(13, key: true);

        await PassesAsync(again, "image", "build");
        await PassesAsync(again, "image", "bump-dev");

        Assert.Equal(first, await _registry.DigestAsync($"sha-{_commit}"));
        Assert.Equal($"{_registry.Name}:main-13-{_commit[..7]}@{first}", await _deployments.ImageAsync("dev"));
    }

    [Trait("Category", "Nightly")]
    [KustomizeFact("git", "jq", "skopeo", "docker-registry")]
    public async Task Without_a_key_a_rule_for_main_stops_the_bump_and_the_run_says_so()
    {
        WorkflowRun push = Run(12, key: false);
        await PassesAsync(push, "image", "build");

        (bool passed, string output) = await push.RunAsync("image", "bump-dev");

        Assert.False(passed, "A rule was passed over.");
        Assert.Contains("see scripts/gitops/github.sh", output, StringComparison.Ordinal);
    }

    [Trait("Category", "Nightly")]
    [KustomizeFact("git", "jq", "skopeo", "docker-registry")]
    public async Task What_ci_did_not_pass_is_neither_bumped_nor_released()
    {
        WorkflowRun push = Run(12, key: true);
        await PassesAsync(push, "image", "build");
        await CiEndsAsync("completed failure");
        await _deployments.GitAsync(_deployments.Remote, "tag", "v1.0.0", "main");
        WorkflowRun release = Run(1, key: true, "v1.0.0");

        Assert.False((await push.RunAsync("image", "bump-dev")).Passed, "It was bumped.");
        Assert.False((await release.RunAsync("package", "check-release")).Passed, "It was released.");
        Assert.False((await release.RunAsync("promote", "propose")).Passed, "It was proposed.");
        Assert.Empty(await _deployments.CommitsAsync());
    }

    [KustomizeFact("git", "jq", "skopeo", "docker-registry")]
    public async Task A_release_of_a_commit_without_an_image_ends_before_anything_is_published()
    {
        await _deployments.GitAsync(_deployments.Remote, "tag", "v1.0.0", "main");

        (bool passed, string output) = await Run(1, key: true, "v1.0.0").RunAsync("package", "check-release");

        Assert.False(passed, "It was released.");
        Assert.Contains("no image was built from", output, StringComparison.Ordinal);
    }

    private WorkflowRun Run(int number, bool key, string? release = null) => new(_deployments, _registry, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["github.sha"] = _commit,
        ["github.run_number"] = $"{number}",
        ["secrets.BUMP_DEPLOY_KEY"] = key ? "a private key" : "",
        ["secrets.GITHUB_TOKEN"] = "a token",
        ["github.event.release.tag_name"] = release ?? "",
    });

    private Task CiEndsAsync(string run) => File.WriteAllTextAsync(_deployments.PathOf("github/ci"), run + "\n");

    private static async Task PassesAsync(WorkflowRun run, string workflow, string job)
    {
        (bool passed, string output) = await run.RunAsync(workflow, job);
        Assert.True(passed, output);
    }
}
