namespace GitOps.Tests.Shipping;

/// <summary>Questions to a registry, and tags that never move.</summary>
public sealed class TagTests(RegistryServer server) : IClassFixture<RegistryServer>, IAsyncLifetime
{
    private readonly LocalRegistry _registry = new(server);
    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
        _deployments.Environment["INSECURE_REGISTRY"] = "true";
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_second_run_finds_the_image_of_the_first_and_moves_no_tag()
    {
        Assert.Equal("digest=\n", (await _deployments.RunAsync(_clone, "scripts/image/built.sh", $"{_registry.Name}:sha-1")).Output);
        string first = await _registry.PushAsync("main-1-1234567", "first");
        Assert.Equal(0, (await TagAsync(first, "main-1-1234567", "sha-1")).Code);
        Assert.Equal($"digest={first}\n", (await _deployments.RunAsync(_clone, "scripts/image/built.sh", $"{_registry.Name}:sha-1")).Output);
        string second = await _registry.PushAsync("main-2-1234567", "second");

        (int code, string said) = await TagAsync(second, "sha-1");

        Assert.NotEqual(0, code);
        Assert.Contains("a tag does not move", said, StringComparison.Ordinal);
        Assert.Equal(first, await _registry.DigestAsync("sha-1"));
        Assert.Equal(0, (await TagAsync(first, "main-3-1234567", "sha-1")).Code);
        Assert.Equal(first, await _registry.DigestAsync("main-3-1234567"));
    }

    [ToolTheory("git")]
    [InlineData("error getting credentials - err: exec: \"docker-credential-desktop\": executable file not found in $PATH", false)]
    [InlineData("pinging container registry: invalid status code from registry 404 (Not Found)", false)]
    [InlineData("requested access to the resource is denied", false)]
    [InlineData("reading manifest 1.2.0 in ghcr.io/owner/site: manifest unknown", true)]
    public async Task Only_an_unknown_manifest_is_a_tag_that_does_not_exist(string error, bool absent)
    {
        await _deployments.ProgramAsync("skopeo", $"echo '{error}' >&2; exit 1");

        (int code, string said) = await DigestOfAsync();

        Assert.Equal(absent, code == 0);
        Assert.Equal(absent, said.Length == 0);
    }

    [ToolFact("git")]
    public async Task A_registry_that_forgets_once_is_asked_again()
    {
        string asked = _deployments.PathOf("asked");
        await _deployments.ProgramAsync("skopeo", $"[ -e {asked} ] && printf '{{}}' && exit; touch {asked}; echo 'manifest unknown' >&2; exit 1");

        (int code, string said) = await DigestOfAsync();

        Assert.Equal(0, code);
        Assert.StartsWith("sha256:", said, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output)> DigestOfAsync() =>
        Workflows.Command.TryAsync(_clone, _deployments.Environment, "bash", "-c", ". scripts/image/registry.sh; digest_of ghcr.io/owner/site:1.2.0");

    private Task<(int Code, string Output)> TagAsync(string digest, params string[] tags) =>
        _deployments.RunAsync(_clone, "scripts/image/tag.sh", [$"{_registry.Name}@{digest}", .. tags.Select(tag => $"{_registry.Name}:{tag}")]);
}
