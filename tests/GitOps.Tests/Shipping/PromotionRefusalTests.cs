namespace GitOps.Tests.Shipping;

/// <summary>What stops a promotion. None of these changes what the next one begins with.</summary>
public sealed class PromotionRefusalTests(Releases releases) : IClassFixture<Releases>
{
    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task An_image_without_a_good_signature_is_neither_tagged_nor_proposed()
    {
        await releases.SignaturesAreAsync("bad");

        (int code, string _) = await releases.TryPromoteAsync("1.1.0");

        await releases.SignaturesAreAsync("good");
        Assert.NotEqual(0, code);
        Assert.Null(await releases.Registry.DigestAsync("1.1.0"));
        Assert.False(await releases.IsProposedAsync(), "It was proposed.");
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_that_ci_did_not_pass_is_neither_tagged_nor_proposed()
    {
        await releases.Deployments.CiSaysAsync("in_progress ", "completed failure");

        (int code, string said) = await releases.TryPromoteAsync("1.1.0");

        await releases.Deployments.CiSaysAsync("completed success");
        Assert.NotEqual(0, code);
        Assert.Contains("ci did not pass", said, StringComparison.Ordinal);
        Assert.Null(await releases.Registry.DigestAsync("1.1.0"));
        Assert.False(await releases.IsProposedAsync(), "It was proposed.");
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_registry_that_does_not_answer_is_not_one_without_the_image()
    {
        (int code, string said) = await releases.Deployments.RunAsync(releases.Clone, Releases.Script, "1.1.0", "127.0.0.1:1/owner/site");

        Assert.NotEqual(0, code);
        Assert.Contains("gives no clear response", said, StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_of_source_that_no_image_was_built_from_is_refused()
    {
        await releases.ReleaseAsync("2.0.0", "Other.cs");

        (int code, string said) = await releases.TryPromoteAsync("2.0.0");

        Assert.NotEqual(0, code);
        Assert.Contains("which changes Other.cs", said, StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_version_that_is_another_image_already_is_refused()
    {
        string other = await releases.Registry.PushAsync("3.0.0", "something else");
        await releases.ReleaseAsync("3.0.0");

        (int code, string said) = await releases.TryPromoteAsync("3.0.0");

        Assert.NotEqual(0, code);
        Assert.Contains("a tag does not move", said, StringComparison.Ordinal);
        Assert.Equal(other, await releases.Registry.DigestAsync("3.0.0"));
    }
}
