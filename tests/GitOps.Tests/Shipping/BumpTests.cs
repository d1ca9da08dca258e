namespace GitOps.Tests.Shipping;

public sealed class BumpTests : IAsyncLifetime
{
    private const string Script = "scripts/gitops/bump-dev.sh";
    private const string Run10 = "ghcr.io/owner/site:main-10-aaaaaaa@sha256:1010101010101010101010101010101010101010101010101010101010101010";
    private const string Run11 = "ghcr.io/owner/site:main-11-bbbbbbb@sha256:1111111111111111111111111111111111111111111111111111111111111111";
    private const string Run12 = "ghcr.io/owner/site:main-12-ccccccc@sha256:1212121212121212121212121212121212121212121212121212121212121212";

    private readonly Deployments _deployments = new();

    public Task InitializeAsync() => _deployments.InitializeAsync();

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git")]
    public async Task A_bump_is_one_commit_of_one_file()
    {
        string clone = await _deployments.CloneAsync("clone");

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.True(code == 0, said);
        Assert.Equal(["deploy(dev): main-11-bbbbbbb"], await _deployments.CommitsAsync());
        Assert.Equal("gitops/overlays/dev/image/kustomization.yaml", await _deployments.GitAsync(_deployments.Remote, "diff", "--name-only", "main~1", "main"));
        Assert.Equal(Run11, await _deployments.ImageAsync("dev"));
    }

    [ToolFact("git")]
    public async Task A_bump_leaves_the_checkout_as_it_was()
    {
        string clone = await _deployments.CloneAsync("clone");
        await File.WriteAllTextAsync(Path.Combine(clone, "Program.cs"), "// being edited\n");
        string before = await _deployments.GitAsync(clone, "rev-parse", "HEAD");

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.True(code == 0, said);
        Assert.Equal(before, await _deployments.GitAsync(clone, "rev-parse", "HEAD"));
        Assert.Equal("M Program.cs", (await _deployments.GitAsync(clone, "status", "--porcelain")).Trim());
        Assert.Single((await _deployments.GitAsync(clone, "worktree", "list")).Split('\n'));
    }

    [ToolFact("git")]
    public async Task Of_two_bumps_that_race_both_land_and_the_newest_wins()
    {
        string older = await _deployments.CloneAsync("older");
        string newer = await _deployments.CloneAsync("newer");
        await OvertakeAsync(newer, older, Run11);

        (int code, string said) = await _deployments.RunAsync(newer, Script, Run12);

        Assert.True(code == 0, said);
        Assert.Contains("Push 1 of 5 was rejected.", said, StringComparison.Ordinal);
        Assert.Equal(["deploy(dev): main-12-ccccccc", "deploy(dev): main-11-bbbbbbb"], await _deployments.CommitsAsync());
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git")]
    public async Task A_bump_that_a_newer_one_overtakes_is_refused()
    {
        string older = await _deployments.CloneAsync("older");
        string newer = await _deployments.CloneAsync("newer");
        await OvertakeAsync(older, newer, Run12);

        (int code, string said) = await _deployments.RunAsync(older, Script, Run11);

        Assert.NotEqual(0, code);
        Assert.Contains("run 11 is older than run 12, which dev has", said, StringComparison.Ordinal);
        Assert.Equal(Run12, await _deployments.ImageAsync("dev"));
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git")]
    public async Task Bumps_at_the_same_time_end_at_the_newest()
    {
        string[] clones = [await _deployments.CloneAsync("a"), await _deployments.CloneAsync("b"), await _deployments.CloneAsync("c")];

        (int Code, string Output)[] ended = await Task.WhenAll(clones.Zip([Run10, Run11, Run12], (clone, image) => _deployments.RunAsync(clone, Script, image)));

        Assert.True(ended[2].Code == 0, ended[2].Output);
        Assert.Equal(Run12, await _deployments.ImageAsync("dev"));
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git")]
    public async Task An_older_run_that_finishes_late_is_refused()
    {
        string clone = await _deployments.CloneAsync("clone");
        await _deployments.RunAsync(clone, Script, Run12);

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.NotEqual(0, code);
        Assert.Contains("run 11 is older than run 12, which dev has", said, StringComparison.Ordinal);
        Assert.Equal(["deploy(dev): main-12-ccccccc"], await _deployments.CommitsAsync());
    }

    [ToolFact("git")]
    public async Task An_image_of_an_earlier_commit_than_the_one_that_dev_runs_is_left_out()
    {
        string clone = await _deployments.CloneAsync("clone");
        string earlier = (await _deployments.GitAsync(clone, "rev-parse", "HEAD"))[..7];
        await _deployments.GitAsync(clone, "commit", "--quiet", "--allow-empty", "--message", "later");
        await _deployments.GitAsync(clone, "push", "--quiet");
        string later = (await _deployments.GitAsync(clone, "rev-parse", "HEAD"))[..7];
        string newer = Run12.Replace("ccccccc", later, StringComparison.Ordinal);
        await _deployments.RunAsync(clone, Script, newer);

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11.Replace("bbbbbbb", earlier, StringComparison.Ordinal));

        Assert.True(code == 0, said);
        Assert.Contains("a later commit", said, StringComparison.Ordinal);
        Assert.Equal(newer, await _deployments.ImageAsync("dev"));
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git")]
    public async Task A_second_run_for_a_commit_that_finishes_first_leaves_nothing_for_the_other()
    {
        string clone = await _deployments.CloneAsync("clone");
        string second = Run12.Replace("ccccccc", "bbbbbbb", StringComparison.Ordinal);
        await _deployments.RunAsync(clone, Script, second);

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.True(code == 0, said);
        Assert.Contains("of the same commit by a later run", said, StringComparison.Ordinal);
        Assert.Equal(second, await _deployments.ImageAsync("dev"));
    }

    [ToolFact("git")]
    public async Task A_copy_of_the_template_is_left_alone_until_init_has_run()
    {
        string clone = await _deployments.CloneAsync("clone");
        string prod = Path.Combine(clone, "gitops/overlays/prod/image/kustomization.yaml");
        await File.WriteAllTextAsync(prod, Rendering.FirstImage.Of("prod"));
        await _deployments.GitAsync(clone, "commit", "--quiet", "--all", "--message", "As in the template");
        await _deployments.GitAsync(clone, "push", "--quiet");
        _deployments.Environment["GITHUB_ACTIONS"] = "true";

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.True(code == 0, said);
        Assert.StartsWith("::notice::Nothing was committed to dev: the tree still names ghcr.io/OWNER/REPO. Run scripts/gitops/init.sh first", said, StringComparison.Ordinal);
        Assert.Equal(["As in the template"], await _deployments.CommitsAsync());
    }

    [ToolFact("git")]
    public async Task Run_numbers_that_began_anew_are_accepted_when_told_to()
    {
        string clone = await _deployments.CloneAsync("clone");
        await _deployments.RunAsync(clone, Script, Run12);

        (int code, string said) = await _deployments.RunAsync(clone, Script, "--allow-older", Run10);

        Assert.True(code == 0, said);
        Assert.Equal(Run10, await _deployments.ImageAsync("dev"));
    }

    [ToolFact("git")]
    public async Task What_dev_already_runs_is_not_committed_again()
    {
        string clone = await _deployments.CloneAsync("clone");
        await _deployments.RunAsync(clone, Script, Run11);
        string head = await _deployments.HeadAsync();

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.True(code == 0, said);
        Assert.Contains("already runs", said, StringComparison.Ordinal);
        Assert.Equal(head, await _deployments.HeadAsync());
    }

    [Trait("Category", "Nightly")]
    [ToolFact("git")]
    public async Task A_push_that_is_rejected_five_times_fails_and_says_so()
    {
        string clone = await _deployments.CloneAsync("clone");
        string rejections = _deployments.PathOf("rejections");
        await _deployments.HookAsync(_deployments.Remote, "pre-receive", $"echo rejected >> {rejections}; exit 1");

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.NotEqual(0, code);
        Assert.Contains("could not be pushed to main; dev does not run it.", said, StringComparison.Ordinal);
        Assert.Equal(5, (await File.ReadAllLinesAsync(rejections)).Length);
        Assert.Empty(await _deployments.CommitsAsync());
    }

    [ToolFact("git")]
    public async Task A_bump_that_would_change_more_than_the_image_is_not_pushed()
    {
        string clone = await _deployments.CloneAsync("clone");
        string writer = Path.Combine(clone, "scripts/gitops/set-image.sh");
        await File.AppendAllTextAsync(writer, "echo '# more' >> gitops/overlays/prod/image/kustomization.yaml\n");
        await _deployments.GitAsync(clone, "commit", "--quiet", "--all", "--message", "A careless writer");
        await _deployments.GitAsync(clone, "push", "--quiet");

        (int code, string said) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.NotEqual(0, code);
        Assert.Contains("Only gitops/overlays/dev/image/kustomization.yaml may change", said, StringComparison.Ordinal);
        Assert.Equal(["A careless writer"], await _deployments.CommitsAsync());
    }

    [ToolFact("git")]
    public async Task An_overlay_that_does_not_render_is_not_pushed()
    {
        string clone = await _deployments.CloneAsync("clone");
        await File.AppendAllTextAsync(Path.Combine(clone, "gitops/overlays/dev/kustomization.yaml"), "nonsense: true\n");
        await _deployments.GitAsync(clone, "commit", "--quiet", "--all", "--message", "A broken overlay");
        await _deployments.GitAsync(clone, "push", "--quiet");

        (int code, string _) = await _deployments.RunAsync(clone, Script, Run11);

        Assert.NotEqual(0, code);
        Assert.Equal(["A broken overlay"], await _deployments.CommitsAsync());
    }

    /// <summary>Between the first commit of one clone and its push, lets another clone push an image.</summary>
    private Task OvertakeAsync(string slow, string fast, string image) => _deployments.HookAsync(
        slow,
        "pre-push",
        $"[ ! -e {slow}.overtaken ] || exit 0; touch {slow}.overtaken; unset $(git rev-parse --local-env-vars); {fast}/{Script} {image}");
}
