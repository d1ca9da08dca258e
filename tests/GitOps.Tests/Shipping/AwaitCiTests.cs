namespace GitOps.Tests.Shipping;

/// <summary>Nothing is deployed of a commit that ci did not pass.</summary>
public sealed class AwaitCiTests : IAsyncLifetime
{
    private const string Script = "scripts/gitops/await-ci.sh";

    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolTheory("git")]
    [InlineData(true, "ci passed", "completed success")]
    [InlineData(true, "ci passed", "queued ", "in_progress ", "completed success")]
    [InlineData(true, "ci passed", "completed failure,in_progress ", "completed failure,completed success")]
    [InlineData(true, "ci passed", "", "", "completed success")]
    [InlineData(false, "ci did not pass", "completed failure")]
    [InlineData(false, "ci did not pass", "in_progress ", "completed cancelled")]
    [InlineData(false, "ci has not run", "")]
    [InlineData(false, "has not ended in time", "in_progress ")]
    public async Task It_waits_for_the_end_of_ci_and_believes_nothing_but_success(bool passes, string reason, params string[] runs)
    {
        await _deployments.CiSaysAsync(runs);
        _deployments.Environment["AWAIT_CI_TRIES"] = "8";

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "HEAD");

        Assert.Equal(passes, code == 0);
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [ToolFact("git")]
    public async Task A_commit_that_only_bumps_an_image_counts_as_the_one_below_it()
    {
        await _deployments.CiSaysAsync("completed success");
        string tested = await _deployments.GitAsync(_clone, "rev-parse", "HEAD");
        await File.AppendAllTextAsync(Path.Combine(_clone, "gitops/overlays/dev/image/kustomization.yaml"), "# bumped\n");
        await _deployments.GitAsync(_clone, "commit", "--quiet", "--all", "--message", "deploy(dev): main-1-1234567");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "HEAD");

        Assert.True(code == 0, said);
        Assert.Contains($"--commit {tested} ", await File.ReadAllTextAsync(_deployments.PathOf("gh.log")), StringComparison.Ordinal);
    }

    [ToolFact("git")]
    public async Task GitHub_that_does_not_respond_is_not_success()
    {
        await _deployments.ProgramAsync("gh", "exit 1");

        Assert.NotEqual(0, (await _deployments.RunAsync(_clone, Script, "HEAD")).Code);
    }
}
