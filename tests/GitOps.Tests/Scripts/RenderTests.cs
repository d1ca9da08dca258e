using GitOps.Tests.Rendering;

namespace GitOps.Tests.Scripts;

public sealed class RenderTests : IDisposable
{
    private readonly TreeCopy _tree = new("gitops", "scripts/gitops");

    [KustomizeFact("bash", "git")]
    public void It_prints_every_overlay_and_every_cluster()
    {
        CommandResult result = Render();

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(
            Trees.Checkout.Overlays.Concat(Trees.Checkout.Clusters).Select(target => "# " + target.Folder).Order(StringComparer.Ordinal),
            Lines(result, "# gitops/"));
    }

    [KustomizeFact("bash", "git")]
    public void A_diff_says_of_each_environment_what_a_change_does_to_it()
    {
        _tree.Replace("gitops/overlays/prod/kustomization.yaml", "count: 3", "count: 4");

        CommandResult result = Render("--diff", "HEAD");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(
            ["# gitops/clusters/dev: no change", "# gitops/clusters/prod: no change", "# gitops/overlays/dev: no change", "# gitops/overlays/prod"],
            Lines(result, "# gitops/"));
        Assert.Equal(["-  replicas: 3"], Lines(result, "-  "));
        Assert.Equal(["+  replicas: 4"], Lines(result, "+  "));
    }

    [Trait("Category", "Nightly")]
    [KustomizeFact("bash", "git")]
    public void A_diff_shows_an_environment_that_is_new()
    {
        foreach (string kind in (string[])["overlays", "clusters"])
        {
            Directory.Move(_tree.PathOf($"gitops/{kind}/dev"), _tree.PathOf("aside-" + kind));
        }

        _tree.Commit();
        foreach (string kind in (string[])["overlays", "clusters"])
        {
            Directory.Move(_tree.PathOf("aside-" + kind), _tree.PathOf($"gitops/{kind}/dev"));
        }

        CommandResult result = Render("--diff", "HEAD");

        Assert.Contains("+  namespace: rainfall-dev", result.Output, StringComparison.Ordinal);
    }

    [ToolTheory("bash", "git")]
    [InlineData(1, "there is no commit 'nowhere'", "--diff", "nowhere")]
    [InlineData(1, "there is no commit '--output=x'", "--diff", "--output=x")]
    [InlineData(2, "usage", "--diff")]
    [InlineData(2, "usage", "prod")]
    public void It_refuses_what_it_does_not_understand(int code, string reason, params string[] arguments)
    {
        CommandResult result = Render(arguments);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _tree.Dispose();

    private CommandResult Render(params string[] arguments) => _tree.Run("bash", ["scripts/gitops/render.sh", .. arguments]);

    private static IEnumerable<string> Lines(CommandResult result, string start) =>
        result.Output.Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal));
}
