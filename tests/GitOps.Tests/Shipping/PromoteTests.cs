namespace GitOps.Tests.Shipping;

/// <summary>Releases that are proposed for prod.</summary>
public sealed class PromoteTests(PromotionHistory history) : IClassFixture<PromotionHistory>
{
    private const string ImageFile = "gitops/overlays/prod/image/kustomization.yaml";

    private string Name => history.Releases.Registry.Name;

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_gets_a_tag_of_its_own_on_the_same_digest() =>
        Assert.Equal(history.Releases.Digest, await history.Releases.Registry.DigestAsync("1.1.0"));

    [ToolFact("git", "skopeo", "docker-registry")]
    public void A_release_becomes_a_branch_that_changes_the_image_of_prod_and_nothing_else()
    {
        Assert.Equal(history.MainBefore, history.MainAfter);
        Assert.Equal(ImageFile, history.First.Files);
        Assert.Equal($"{Name}:1.1.0@{history.Releases.Digest}", history.First.Image);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public void The_proposal_shows_what_it_changes_in_the_cluster()
    {
        Assert.Contains($"+        image: {Name}:1.1.0@{history.Releases.Digest}", history.First.Body.Split('\n'));
        Assert.Equal("deploy(prod): 1.1.0", history.First.Title);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public void The_signature_must_be_that_of_the_image_workflow_on_main() => Assert.Equal(
        [$"verify --output text --certificate-identity https://github.com/owner/site/.github/workflows/image.yml@refs/heads/main --certificate-oidc-issuer https://token.actions.githubusercontent.com {Name}@{history.Releases.Digest}"],
        history.FirstSignatures);

    [ToolFact("git", "skopeo", "docker-registry")]
    public void Two_runs_for_one_release_leave_the_proposal_as_the_first_made_it()
    {
        Assert.Contains("proposes 1.1.0 already", history.Again.Said, StringComparison.Ordinal);
        Assert.Equal(history.First.Commit, history.Again.Proposal.Commit);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public void What_prod_already_runs_is_not_proposed_again()
    {
        Assert.Contains("prod already runs 1.1.0", history.Merged.Said, StringComparison.Ordinal);
        Assert.False(history.Merged.HasBody, "A proposal was left behind.");
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public async Task A_release_on_top_of_bumps_and_prose_is_the_image_below_them()
    {
        Assert.Equal(history.Newer, await history.Releases.Registry.DigestAsync("1.2.0"));
        Assert.Equal($"{Name}:1.2.0@{history.Newer}", history.Second.Image);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public void An_older_release_is_refused_unless_a_rollback_is_asked_for()
    {
        Assert.NotEqual(0, history.Older.Code);
        Assert.Contains("1.1.0 is older than 1.2.0, which prod has", history.Older.Output, StringComparison.Ordinal);
    }

    [ToolFact("git", "skopeo", "docker-registry")]
    public void A_rollback_proposes_the_digest_that_the_older_version_always_was()
    {
        Assert.Equal($"{Name}:1.1.0@{history.Releases.Digest}", history.Rollback.Image);
        Assert.Equal(ImageFile, history.Rollback.Files);
    }
}
