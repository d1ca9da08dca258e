using System.Text.Json;

namespace GitOps.Tests.Shipping;

/// <summary>What GitHub is told when a fork is set up.</summary>
public sealed class GitHubTests : IAsyncLifetime
{
    private const string Script = "scripts/gitops/github.sh";

    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        await FakeGitHub.InstallAsync(_deployments);
        _clone = await _deployments.CloneAsync("clone");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git", "jq", "ssh-keygen")]
    public async Task Main_is_protected_and_lets_the_key_of_bumps_and_administrators_pass()
    {
        await SetUpAsync();

        JsonElement rule = JsonDocument.Parse(FakeGitHub.Lines(_deployments, "rulesets").Single()).RootElement;
        Assert.Equal("refs/heads/main", rule.GetProperty("conditions").GetProperty("ref_name").GetProperty("include")[0].GetString());
        Assert.Equal(["DeployKey", "RepositoryRole"], rule.GetProperty("bypass_actors").EnumerateArray().Select(actor => actor.GetProperty("actor_type").GetString()!));
        JsonElement checks = rule.GetProperty("rules").EnumerateArray().Single(one => one.GetProperty("type").GetString() == "required_status_checks");
        JsonElement check = Assert.Single(checks.GetProperty("parameters").GetProperty("required_status_checks").EnumerateArray());
        Assert.Contains(check.GetProperty("context").GetString()!, Workflows.Workflow.Named("ci").Jobs.Keys);
        JsonElement key = JsonDocument.Parse(FakeGitHub.Lines(_deployments, "keys").Single()).RootElement;
        Assert.StartsWith("ssh-ed25519 AAAA", key.GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.False(key.GetProperty("read_only").GetBoolean());
        Assert.Equal(["dev BUMP_DEPLOY_KEY"], FakeGitHub.Lines(_deployments, "secrets"));
        Assert.Equal(["main"], FakeGitHub.Lines(_deployments, "policies"));
        Assert.Contains(FakeGitHub.Lines(_deployments, "settings"), setting => setting.Contains("\"can_approve_pull_request_reviews\":true", StringComparison.Ordinal));
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git", "jq", "ssh-keygen")]
    public async Task Twice_is_once()
    {
        await SetUpAsync();

        string said = await SetUpAsync();

        Assert.Contains("has BUMP_DEPLOY_KEY already", said, StringComparison.Ordinal);
        Assert.Contains("PUT repos/owner/site/rulesets/7", said, StringComparison.Ordinal);
        Assert.Single(FakeGitHub.Lines(_deployments, "keys"));
        Assert.Single(FakeGitHub.Lines(_deployments, "rulesets"));
        Assert.Single(FakeGitHub.Lines(_deployments, "policies"));
    }

    [ToolFact("git", "jq")]
    public async Task A_dry_run_prints_every_call_and_changes_nothing()
    {
        string said = await SetUpAsync("--dry-run");

        Assert.Contains("POST repos/owner/site/keys {\"title\":\"bump-dev\"", said, StringComparison.Ordinal);
        Assert.Contains("POST repos/owner/site/rulesets {\"name\":\"main\"", said, StringComparison.Ordinal);
        Assert.Contains("gh workflow run image.yml", said, StringComparison.Ordinal);
        Assert.All(FakeGitHub.Lines(_deployments, "calls"), call => Assert.DoesNotMatch("--method|secret set|variable set|workflow run", call));
    }

    [ToolTheory("git", "jq")]
    [InlineData("", "ci.yml image.yml")]
    [InlineData("ci.yml in_progress null\nimage.yml queued null", "")]
    [InlineData("ci.yml completed success\nimage.yml completed failure", "image.yml")]
    public async Task A_workflow_that_the_push_started_is_not_started_again(string runs, string started)
    {
        await File.WriteAllTextAsync(_deployments.PathOf("github/runs"), runs);

        string said = await SetUpAsync("--unprotected", "--dry-run");

        Assert.Equal(
            started.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(workflow => $"gh workflow run {workflow} --repo owner/site --ref main"),
            said.Split('\n').Where(call => call.StartsWith("gh workflow run", StringComparison.Ordinal)));
    }

    [ToolFact("git", "jq")]
    public async Task Before_the_first_run_of_init_GitHub_is_told_nothing()
    {
        await Workflows.Command.RunAsync(_clone, _deployments.Environment, "sed", "-i", "s#newName: .*#newName: ghcr.io/OWNER/REPO#", "gitops/overlays/dev/image/kustomization.yaml");

        (int code, string said) = await _deployments.RunAsync(_clone, Script);

        Assert.Equal(1, code);
        Assert.Contains("run scripts/gitops/init.sh first", said, StringComparison.Ordinal);
        Assert.False(File.Exists(_deployments.PathOf("github/calls")), said);
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git", "jq")]
    public async Task Without_protection_there_is_no_rule_and_no_key()
    {
        await SetUpAsync("--unprotected");

        Assert.Empty(FakeGitHub.Lines(_deployments, "rulesets"));
        Assert.Empty(FakeGitHub.Lines(_deployments, "keys"));
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git", "jq")]
    public async Task Packages_are_published_only_when_asked_for()
    {
        await SetUpAsync("--unprotected", "--publish-nuget", "somebody");

        Assert.Equal(["PUBLISH_NUGET true"], FakeGitHub.Lines(_deployments, "variables"));
        Assert.Equal(["nuget NUGET_USER"], FakeGitHub.Lines(_deployments, "secrets"));
    }

    [ToolFact("git", "jq")]
    public async Task Who_is_no_administrator_is_told_so_before_anything_changes()
    {
        await FakeGitHub.InstallAsync(_deployments, admin: false);

        (int code, string said) = await _deployments.RunAsync(_clone, Script);

        Assert.NotEqual(0, code);
        Assert.Contains("not an administrator of owner/site", said, StringComparison.Ordinal);
        Assert.Single(FakeGitHub.Lines(_deployments, "calls"));
    }

    private async Task<string> SetUpAsync(params string[] options)
    {
        (int code, string said) = await _deployments.RunAsync(_clone, Script, options);
        Assert.True(code == 0, said);
        return said;
    }
}
