using GitOps.Tests.Rendering;
using GitOps.Tests.Shipping;

namespace GitOps.Tests.Scripts;

/// <summary>The script that writes a fork's own values into the tree.</summary>
public sealed class InitTests : IAsyncLifetime
{
    private readonly TreeCopy _tree = new("gitops", "scripts/gitops", ".github");

    public async Task InitializeAsync()
    {
        foreach (string file in (string[])[".yamllint", ".gitignore"])
        {
            File.Copy(Repository.PathOf(file), _tree.PathOf(file));
        }

        await Deployments.StartPristineAsync(_tree.Root);
        _tree.Commit();
    }

    [KustomizeFact("bash", "git")]
    public void A_fork_gets_its_repository_hosts_and_owner_and_no_placeholder_is_left()
    {
        CommandResult result = Init("Me/Site", "rain.example.org", "--ingress", "traefik", "--issuer", "le-prod");

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Empty(_tree.Run("grep", "--recursive", "OWNER", "gitops", ".github").Output);
        Assert.Contains("  newName: ghcr.io/me/site\n", Read("gitops/overlays/dev/image/kustomization.yaml"), StringComparison.Ordinal);
        Assert.Contains("address: https://github.com/Me/Site\n", Read("gitops/components/flux-notifications/provider.yaml"), StringComparison.Ordinal);
        Assert.Contains("/gitops/overlays/prod/   @Me\n", Read(".github/CODEOWNERS"), StringComparison.Ordinal);
        Assert.Contains("PUBLIC_HOST=rain.example.org\nAllowedHosts=rain.example.org;localhost\n", Read("gitops/overlays/prod/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("PUBLIC_HOST=dev.rain.example.org\n", Read("gitops/overlays/dev/rainfall.env"), StringComparison.Ordinal);
        string rendered = _tree.Run("bash", "scripts/gitops/kustomize.sh", "gitops/overlays/prod").Output;
        Assert.Contains("cert-manager.io/cluster-issuer: le-prod\n", rendered, StringComparison.Ordinal);
    }

    [KustomizeFact("bash", "git")]
    public void The_same_words_twice_change_nothing_and_other_words_replace_the_first()
    {
        Init("me/site", "rain.example.org", "--contact", "me@example.org");
        _tree.Commit();

        Init("me/site", "rain.example.org", "--contact", "me@example.org");
        string again = _tree.Git("status", "--porcelain");
        Init("me/site", "water.example.org", "--dev-host", "try.example.org");

        Assert.Equal("", again);
        Assert.Contains("PUBLIC_HOST=water.example.org\nAllowedHosts=water.example.org;localhost\n", Read("gitops/overlays/prod/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("PUBLIC_HOST=try.example.org\n", Read("gitops/overlays/dev/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("Hydromet__Contact=https://water.example.org/\n", Read("gitops/overlays/prod/rainfall.env"), StringComparison.Ordinal);
    }

    [KustomizeFact("bash", "git")]
    public void The_image_of_an_environment_that_runs_one_is_left_alone()
    {
        Init("me/site", "rain.example.org");
        _tree.Commit();
        string image = "ghcr.io/me/site:main-3-1234567@sha256:" + new string('a', 63) + "1";
        Assert.Equal(0, _tree.Run("bash", "scripts/gitops/set-image.sh", "dev", image).ExitCode);
        string deployed = Read("gitops/overlays/dev/image/kustomization.yaml");

        Init("me/other", "rain.example.org");

        Assert.Equal(deployed, Read("gitops/overlays/dev/image/kustomization.yaml"));
        Assert.Contains("newName: ghcr.io/me/other\n", Read("gitops/overlays/prod/image/kustomization.yaml"), StringComparison.Ordinal);
    }

    [KustomizeTheory]
    [InlineData("k3s", "traefik", "host", "tls")]
    [InlineData("ingress-nginx", "nginx", "host", "tls")]
    [InlineData("gateway", null)]
    public void The_preset_of_the_ingress_is_chosen_in_both_overlays_and_can_be_chosen_anew(string preset, string? ingressClass, params string[] with)
    {
        Init("me/site", "rain.example.org", "--ingress", "gateway");
        CommandResult result = Init("me/site", "rain.example.org", "--ingress", preset);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        string prod = Read("gitops/overlays/prod/kustomization.yaml");
        Assert.Equal([preset, .. with], Yaml.Parse(prod).Single().Texts("components").Select(Path.GetFileName).Where(name => name is not ("feed-cache" or "image")));
        string rendered = _tree.Run("bash", "scripts/gitops/kustomize.sh", "gitops/overlays/prod").Output;
        Assert.Equal(ingressClass is not null, rendered.Contains($"ingressClassName: {ingressClass}\n", StringComparison.Ordinal));
        Assert.Contains("rain.example.org", rendered, StringComparison.Ordinal);
    }

    [ToolTheory("bash", "git")]
    [InlineData("is not OWNER/REPO", "site", "rain.example.org")]
    [InlineData("replace OWNER/REPO", "OWNER/REPO", "rain.example.org")]
    [InlineData("is not a host name", "me/site", "Rain.example.org")]
    [InlineData("is not a host name", "me/site", "https://rain.example.org")]
    [InlineData("is not a host name", "me/site", "rain.example.org:8443")]
    [InlineData("need different hosts", "me/site", "rain.example.org", "--dev-host", "rain.example.org")]
    [InlineData("no ingress preset 'haproxy'", "me/site", "rain.example.org", "--ingress", "haproxy")]
    [InlineData("neither a mail address", "me/site", "rain.example.org", "--contact", "me(at)example.org")]
    [InlineData("neither a mail address", "me/site", "rain.example.org", "--contact", "https://example.org/?a=1&b=2")]
    [InlineData("unknown option", "me/site", "rain.example.org", "--domain", "x")]
    [InlineData("usage:", "me/site")]
    public void It_refuses_what_it_cannot_use_and_changes_nothing(string reason, params string[] arguments)
    {
        CommandResult result = Init(arguments);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
        Assert.Empty(_tree.Git("status", "--porcelain"));
    }

    public Task DisposeAsync()
    {
        _tree.Dispose();
        return Task.CompletedTask;
    }

    private string Read(string file) => File.ReadAllText(_tree.PathOf(file));

    private CommandResult Init(params string[] arguments) => _tree.Run("bash", ["scripts/gitops/init.sh", .. arguments]);
}
