using GitOps.Tests.Workflows;

namespace GitOps.Tests.Shipping;

public sealed class PromoteTests(RegistryServer server) : IClassFixture<RegistryServer>, IAsyncLifetime
{
    private const string Script = "scripts/gitops/promote.sh";

    private readonly Deployments _deployments = new();
    private readonly LocalRegistry _registry = new(server);
    private string _clone = "";

    private string SignatureLog => _deployments.PathOf("cosign.log");

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
        _deployments.Environment["INSECURE_REGISTRY"] = "true";
        await SignaturesAreAsync("good");
        await _deployments.CiSaysAsync("completed success");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_gets_a_tag_of_its_own_on_the_same_digest()
    {
        string digest = await ReleaseAsync("1.2.0");

        await PromoteAsync("1.2.0");

        Assert.Equal(digest, await _registry.DigestAsync("1.2.0"));
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_becomes_a_branch_that_changes_the_image_of_prod_and_nothing_else()
    {
        string digest = await ReleaseAsync("1.2.0");
        string main = await _deployments.HeadAsync();

        await PromoteAsync("1.2.0");

        Assert.Equal(main, await _deployments.HeadAsync());
        Assert.Equal("gitops/overlays/prod/image/kustomization.yaml", await _deployments.GitAsync(_deployments.Remote, "diff", "--name-only", "main", "promote/prod"));
        Assert.Equal($"{_registry.Name}:1.2.0@{digest}", await _deployments.ImageAsync("prod", "promote/prod"));
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task The_proposal_shows_what_it_changes_in_the_cluster()
    {
        string digest = await ReleaseAsync("1.2.0");

        await PromoteAsync("1.2.0");

        string body = await File.ReadAllTextAsync(Path.Combine(_clone, "artifacts/promote/body.md"));
        Assert.Contains($"+        image: {_registry.Name}:1.2.0@{digest}", body.Split('\n'));
        Assert.Equal("deploy(prod): 1.2.0", (await File.ReadAllTextAsync(Path.Combine(_clone, "artifacts/promote/title.txt"))).Trim());
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task The_signature_must_be_that_of_the_image_workflow_on_main()
    {
        string digest = await ReleaseAsync("1.2.0");

        await PromoteAsync("1.2.0");

        Assert.Equal(
            $"verify --output text --certificate-identity https://github.com/owner/site/.github/workflows/image.yml@refs/heads/main --certificate-oidc-issuer https://token.actions.githubusercontent.com {_registry.Name}@{digest}",
            (await File.ReadAllTextAsync(SignatureLog)).Trim());
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task An_image_without_a_good_signature_is_neither_tagged_nor_proposed()
    {
        await ReleaseAsync("1.2.0");
        await SignaturesAreAsync("bad");

        (int code, string _) = await _deployments.RunAsync(_clone, Script, "1.2.0", _registry.Name);

        Assert.NotEqual(0, code);
        Assert.Null(await _registry.DigestAsync("1.2.0"));
        Assert.DoesNotContain("promote/prod", await _deployments.GitAsync(_deployments.Remote, "branch"), StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_on_top_of_bumps_and_prose_is_the_image_below_them()
    {
        string digest = await ReleaseAsync("1.2.0", ["docs/guide.md", "gitops/README.md"]);

        await PromoteAsync("1.2.0");

        Assert.Equal(digest, await _registry.DigestAsync("1.2.0"));
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_of_source_that_no_image_was_built_from_is_refused()
    {
        await ReleaseAsync("1.2.0", ["Other.cs"]);

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "1.2.0", _registry.Name);

        Assert.NotEqual(0, code);
        Assert.Contains("which changes Other.cs", said, StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_version_that_is_another_image_already_is_refused()
    {
        string other = await _registry.PushAsync("1.2.0", "something else");
        await ReleaseAsync("1.2.0");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "1.2.0", _registry.Name);

        Assert.NotEqual(0, code);
        Assert.Contains("a tag does not move", said, StringComparison.Ordinal);
        Assert.Equal(other, await _registry.DigestAsync("1.2.0"));
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_registry_that_does_not_answer_is_not_one_without_the_image()
    {
        await ReleaseAsync("1.2.0");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "1.2.0", "127.0.0.1:1/owner/site");

        Assert.NotEqual(0, code);
        Assert.Contains("gives no clear response", said, StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_that_ci_did_not_pass_is_neither_tagged_nor_proposed()
    {
        await ReleaseAsync("1.2.0");
        await _deployments.CiSaysAsync("in_progress ", "completed failure");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "1.2.0", _registry.Name);

        Assert.NotEqual(0, code);
        Assert.Contains("ci did not pass", said, StringComparison.Ordinal);
        Assert.Null(await _registry.DigestAsync("1.2.0"));
        Assert.DoesNotContain("promote/prod", await _deployments.GitAsync(_deployments.Remote, "branch"), StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task Two_runs_for_one_release_leave_the_proposal_as_the_first_made_it()
    {
        await ReleaseAsync("1.2.0");
        await PromoteAsync("1.2.0");
        string proposed = await _deployments.HeadAsync("promote/prod");

        Assert.Contains("proposes 1.2.0 already", await PromoteAsync("1.2.0"), StringComparison.Ordinal);
        Assert.Equal(proposed, await _deployments.HeadAsync("promote/prod"));
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_promotion_and_a_bump_that_are_pending_together_both_land()
    {
        string digest = await ReleaseAsync("1.2.0");
        string other = await _deployments.CloneAsync("other");
        string bumped = $"{_registry.Name}:main-11-bbbbbbb@{digest}";

        (int Code, string Output)[] ended = await Task.WhenAll(
            _deployments.RunAsync(_clone, Script, "1.2.0", _registry.Name),
            _deployments.RunAsync(other, "scripts/gitops/bump-dev.sh", bumped));

        Assert.All(ended, run => Assert.True(run.Code == 0, run.Output));
        Assert.Equal(bumped, await _deployments.ImageAsync("dev"));
        Assert.Equal($"{_registry.Name}:1.2.0@{digest}", await _deployments.ImageAsync("prod", "promote/prod"));
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task An_older_release_is_refused_unless_a_rollback_is_asked_for()
    {
        await ReleaseAsync("1.1.0");
        await ReleaseAsync("1.2.0");
        await PromoteAsync("1.2.0");
        await MergeAsync();

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "1.1.0", _registry.Name);

        Assert.NotEqual(0, code);
        Assert.Contains("1.1.0 is older than 1.2.0, which prod has", said, StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_rollback_proposes_the_digest_that_the_older_version_always_was()
    {
        string older = await ReleaseAsync("1.1.0");
        await PromoteAsync("1.1.0");
        await MergeAsync();
        await ReleaseAsync("1.2.0");
        await PromoteAsync("1.2.0");
        await MergeAsync();

        await PromoteAsync("--allow-older", "1.1.0");

        Assert.Equal($"{_registry.Name}:1.1.0@{older}", await _deployments.ImageAsync("prod", "promote/prod"));
        Assert.Equal("gitops/overlays/prod/image/kustomization.yaml", await _deployments.GitAsync(_deployments.Remote, "diff", "--name-only", "main", "promote/prod"));
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task What_prod_already_runs_is_not_proposed_again()
    {
        await ReleaseAsync("1.2.0");
        await PromoteAsync("1.2.0");
        await MergeAsync();

        Assert.Contains("prod already runs 1.2.0", await PromoteAsync("1.2.0"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_clone, "artifacts/promote/body.md")), "A proposal was left behind.");
    }

    /// <summary>Commits a change, gives its commit an image, then commits what was asked for on top and tags that.</summary>
    private async Task<string> ReleaseAsync(string version, string[]? onTop = null)
    {
        string digest = "";
        foreach (string file in onTop ?? [])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_clone, file))!);
        }

        foreach (string file in (string[])["Program.cs", .. onTop ?? []])
        {
            await File.WriteAllTextAsync(Path.Combine(_clone, file), $"// {version}\n");
            await _deployments.GitAsync(_clone, "pull", "--quiet", "--rebase", "--autostash");
            await _deployments.GitAsync(_clone, "add", "--all");
            await _deployments.GitAsync(_clone, "commit", "--quiet", "--message", $"{file} of {version}");
            if (digest.Length == 0)
            {
                digest = await _registry.PushAsync($"sha-{await _deployments.GitAsync(_clone, "rev-parse", "HEAD")}", version);
            }
        }

        await _deployments.GitAsync(_clone, "tag", $"v{version}");
        await _deployments.GitAsync(_clone, "push", "--quiet", "origin", "main", $"v{version}");
        return digest;
    }

    private async Task<string> PromoteAsync(params string[] arguments)
    {
        (int code, string said) = await _deployments.RunAsync(_clone, Script, [.. arguments, _registry.Name]);
        Assert.True(code == 0, said);
        return said;
    }

    private Task<string> MergeAsync() => _deployments.GitAsync(_deployments.Remote, "update-ref", "refs/heads/main", "refs/heads/promote/prod");

    private Task SignaturesAreAsync(string kind) =>
        _deployments.ProgramAsync("cosign", $"echo \"$*\" >> {SignatureLog}\n{(kind == "good" ? "exit 0" : "exit 1")}");
}
