namespace GitOps.Tests.Shipping;

/// <summary>Promotions one after the other, as in the life of a repository, with what could be seen after each; the tests of a class read it.</summary>
public sealed class PromotionHistory : IAsyncLifetime
{
    internal Releases Releases { get; } = new();

    internal string MainBefore { get; private set; } = "";

    internal string MainAfter { get; private set; } = "";

    internal string[] FirstSignatures { get; private set; } = [];

    internal Proposal First { get; private set; } = null!;

    /// <summary>Gets what a second run for the first release said and left.</summary>
    internal (string Said, Proposal Proposal) Again { get; private set; }

    /// <summary>Gets what a run said after the merge, and whether it left a proposal behind.</summary>
    internal (string Said, bool HasBody) Merged { get; private set; }

    internal string Newer { get; private set; } = "";

    internal Proposal Second { get; private set; } = null!;

    internal (int Code, string Output) Older { get; private set; }

    internal Proposal Rollback { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Releases.InitializeAsync();
        if (Releases.Digest.Length == 0)
        {
            return;
        }

        MainBefore = await Releases.Deployments.HeadAsync();
        await Releases.PromoteAsync("1.1.0");
        First = await ProposedAsync();
        FirstSignatures = await Releases.SignaturesAskedForAsync();
        MainAfter = await Releases.Deployments.HeadAsync();
        Again = (await Releases.PromoteAsync("1.1.0"), await ProposedAsync());
        await Releases.MergeAsync();
        Merged = (await Releases.PromoteAsync("1.1.0"), File.Exists(BodyFile));

        Newer = await Releases.ReleaseAsync("1.2.0", "docs/guide.md", "gitops/README.md");
        await Releases.PromoteAsync("1.2.0");
        Second = await ProposedAsync();
        await Releases.MergeAsync();
        Older = await Releases.TryPromoteAsync("1.1.0");
        await Releases.PromoteAsync("1.1.0", "--allow-older");
        Rollback = await ProposedAsync();
    }

    public Task DisposeAsync() => Releases.DisposeAsync();

    private string BodyFile => Path.Combine(Releases.Clone, "artifacts/promote/body.md");

    private async Task<Proposal> ProposedAsync() => new(
        await Releases.Deployments.HeadAsync("promote/prod"),
        await Releases.Deployments.ImageAsync("prod", "promote/prod"),
        await Releases.Deployments.GitAsync(Releases.Deployments.Remote, "diff", "--name-only", "main", "promote/prod"),
        await File.ReadAllTextAsync(BodyFile),
        (await File.ReadAllTextAsync(Path.Combine(Releases.Clone, "artifacts/promote/title.txt"))).Trim());

    internal sealed record Proposal(string Commit, string Image, string Files, string Body, string Title);
}
