namespace GitOps.Tests.Shipping;

/// <summary>A promotion beside other writers, and one in a copy of the template that nobody has initialized.</summary>
public sealed class PromotionRaceTests(Releases releases) : IClassFixture<Releases>
{
    [Trait("Category", "Nightly")]
    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_promotion_and_a_bump_that_are_pending_together_both_land_and_nothing_lands_before_init_has_run()
    {
        string other = await releases.Deployments.CloneAsync("other");
        string bumped = $"{releases.Registry.Name}:main-11-bbbbbbb@{releases.Digest}";

        (int Code, string Output)[] ended = await Task.WhenAll(
            releases.TryPromoteAsync("1.1.0"),
            releases.Deployments.RunAsync(other, "scripts/gitops/bump-dev.sh", bumped));

        Assert.All(ended, run => Assert.True(run.Code == 0, run.Output));
        Assert.Equal(bumped, await releases.Deployments.ImageAsync("dev"));
        Assert.Equal($"{releases.Registry.Name}:1.1.0@{releases.Digest}", await releases.Deployments.ImageAsync("prod", "promote/prod"));
        string proposed = await releases.Deployments.HeadAsync("promote/prod");

        await File.WriteAllTextAsync(Path.Combine(other, "gitops/overlays/prod/image/kustomization.yaml"), Rendering.FirstImage.Of("prod"));
        await releases.Deployments.GitAsync(other, "commit", "--quiet", "--all", "--message", "As in the template");
        await releases.Deployments.GitAsync(other, "pull", "--quiet", "--rebase");
        await releases.Deployments.GitAsync(other, "push", "--quiet");

        Assert.Contains("Nothing was proposed for prod: the tree still names ghcr.io/OWNER/REPO. Run scripts/gitops/init.sh first", await releases.PromoteAsync("1.1.0"), StringComparison.Ordinal);
        Assert.Equal(proposed, await releases.Deployments.HeadAsync("promote/prod"));
        Assert.False(File.Exists(Path.Combine(releases.Clone, "artifacts/promote/body.md")), "A pull request would have been opened.");
    }
}
