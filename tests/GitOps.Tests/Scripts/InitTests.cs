using GitOps.Tests.Rendering;

namespace GitOps.Tests.Scripts;

/// <summary>The script that writes a fork's own values into the tree.</summary>
public sealed class InitTests : IDisposable
{
    private readonly TreeCopy _tree = new("gitops", "scripts/gitops", ".github", ".yamllint", ".gitignore");

    [KustomizeFact("bash", "git")]
    public void A_fork_gets_its_repository_hosts_and_owner_and_no_placeholder_is_left()
    {
        string said = Init("Me/Site", "rain.example.org", "--ingress", "traefik", "--issuer", "le-prod");

        Assert.Empty(_tree.Run("grep", "--recursive", "OWNER", "gitops", ".github").Output);
        Assert.Contains("  newName: ghcr.io/me/site\n", Read("gitops/overlays/dev/image/kustomization.yaml"), StringComparison.Ordinal);
        Assert.Contains("address: https://github.com/Me/Site\n", Read("gitops/components/flux-notifications/provider.yaml"), StringComparison.Ordinal);
        Assert.Contains("/gitops/overlays/prod/   @Me\n", Read(".github/CODEOWNERS"), StringComparison.Ordinal);
        Assert.Contains("PUBLIC_HOST=rain.example.org\nAllowedHosts=rain.example.org;localhost\n", Read("gitops/overlays/prod/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("PUBLIC_HOST=dev.rain.example.org\n", Read("gitops/overlays/dev/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("cert-manager.io/cluster-issuer: le-prod\n", Rendered(), StringComparison.Ordinal);
        Assert.Contains("dev\n  address   http://dev.rain.example.org (without a certificate", said, StringComparison.Ordinal);
        Assert.Contains("prod\n  address   https://rain.example.org (plain HTTP is served too, without HSTS", said, StringComparison.Ordinal);
    }

    [Trait("Category", "Nightly")]
    [KustomizeFact("bash", "git")]
    public void The_same_words_twice_change_nothing_and_an_option_that_is_left_out_keeps_what_is_written()
    {
        string[] words = ["me/site", "rain.example.org", "--dev-host", "try.example.org", "--contact", "me@example.org", "--ingress", "k3s", "--issuer", "le.prod", "--https-only"];
        string said = Init(words);
        _tree.Commit();

        Init(words);
        Init("me/site", "rain.example.org");

        Assert.Equal("", _tree.Git("status", "--porcelain"));
        Assert.Contains("prod\n  address   https://rain.example.org (redirects to HTTPS, sends HSTS)", said, StringComparison.Ordinal);
        Assert.Contains("cert-manager.io/cluster-issuer: le.prod\n", Read("gitops/components/tls/ingress.yaml"), StringComparison.Ordinal);
        Assert.Contains("redirectScheme:", Rendered(), StringComparison.Ordinal);

        Init("me/site", "water.example.org", "--dev-host", "dry.example.org", "--contact", "https://example.org/us");

        Assert.Contains("PUBLIC_HOST=water.example.org\nAllowedHosts=water.example.org;localhost\n", Read("gitops/overlays/prod/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("Hydromet__Contact=https://example.org/us\n", Read("gitops/overlays/prod/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("PUBLIC_HOST=dry.example.org\n", Read("gitops/overlays/dev/rainfall.env"), StringComparison.Ordinal);
    }

    [KustomizeFact("bash", "git")]
    public void What_the_first_run_derived_follows_another_host_and_another_owner_but_no_image_that_runs()
    {
        Init("me/site", "rain.example.org");
        string owners = Read(".github/CODEOWNERS").Replace("/scripts/                @me", "/scripts/                @me @org/team", StringComparison.Ordinal);
        File.WriteAllText(_tree.PathOf(".github/CODEOWNERS"), owners);
        _tree.Commit();
        string image = "ghcr.io/me/site:main-3-1234567@sha256:" + new string('a', 63) + "1";
        Assert.Equal(0, _tree.Run("bash", "scripts/gitops/set-image.sh", "dev", image).ExitCode);
        string deployed = Read("gitops/overlays/dev/image/kustomization.yaml");

        Init("you/other", "water.example.org");

        Assert.Equal(owners.Replace("@me", "@you", StringComparison.Ordinal), Read(".github/CODEOWNERS"));
        Assert.Contains("PUBLIC_HOST=dev.water.example.org\n", Read("gitops/overlays/dev/rainfall.env"), StringComparison.Ordinal);
        Assert.Contains("Hydromet__Contact=https://water.example.org/\n", Read("gitops/overlays/prod/rainfall.env"), StringComparison.Ordinal);
        Assert.Equal(deployed, Read("gitops/overlays/dev/image/kustomization.yaml"));
        Assert.Contains("newName: ghcr.io/you/other\n", Read("gitops/overlays/prod/image/kustomization.yaml"), StringComparison.Ordinal);
    }

    [Trait("Category", "Nightly")]
    [KustomizeFact("bash", "git")]
    public void The_preset_of_the_ingress_is_chosen_in_both_overlays_and_can_be_chosen_anew()
    {
        foreach ((string preset, string? ingressClass, string address, string[] with) in ((string, string?, string, string[])[])
        [
            ("gateway", null, "(the certificate is of the Gateway; redirects to HTTPS, sends HSTS)", []),
            ("k3s", "traefik", "(plain HTTP is served too, without HSTS: --https-only changes that)", ["host", "tls"]),
            ("ingress-nginx", "nginx", "(redirects to HTTPS, sends HSTS)", ["host", "tls"]),
            ("gateway", null, "(the certificate is of the Gateway; redirects to HTTPS, sends HSTS)", []),
        ])
        {
            string said = Init("me/site", "rain.example.org", "--ingress", preset);

            Assert.Contains($"prod\n  address   https://rain.example.org {address}\n", said, StringComparison.Ordinal);
            Assert.Equal([preset, .. with], Components("prod").Except(["feed-cache", "image"], StringComparer.Ordinal));
            Assert.Equal(preset, Components("dev")[0]);
            Assert.Equal(ingressClass is not null, Rendered().Contains($"ingressClassName: {ingressClass}\n", StringComparison.Ordinal));
            Assert.Contains("rain.example.org", Rendered(), StringComparison.Ordinal);
        }
    }

    [ToolTheory("bash", "git")]
    [InlineData("is not OWNER/REPO", "site", "rain.example.org")]
    [InlineData("leave .git out", "me/site.git", "rain.example.org")]
    [InlineData("is not OWNER/REPO", "me/-x", "rain.example.org")]
    [InlineData("is not OWNER/REPO", "me/..", "rain.example.org")]
    [InlineData("replace OWNER/REPO", "OWNER/REPO", "rain.example.org")]
    [InlineData("is not a host name", "me/site", "Rain.example.org")]
    [InlineData("is not a host name", "me/site", "https://rain.example.org")]
    [InlineData("is not a host name", "me/site", "rain.example.org:8443")]
    [InlineData("is an address", "me/site", "192.0.2.7")]
    [InlineData("need different hosts", "me/site", "rain.example.org", "--dev-host", "rain.example.org")]
    [InlineData("no ingress preset 'haproxy'", "me/site", "rain.example.org", "--ingress", "haproxy")]
    [InlineData("--ingress needs a value", "me/site", "rain.example.org", "--ingress", "")]
    [InlineData("is not the name of a ClusterIssuer", "me/site", "rain.example.org", "--issuer", "le..prod")]
    [InlineData("neither a mail address", "me/site", "rain.example.org", "--contact", "me(at)example.org")]
    [InlineData("neither a mail address", "me/site", "rain.example.org", "--contact", "https://example.org/?a=1&b=2")]
    [InlineData("unknown option", "me/site", "rain.example.org", "--domain", "x")]
    [InlineData("usage:", "me/site")]
    public void It_refuses_what_it_cannot_use_and_changes_nothing(string reason, params string[] arguments)
    {
        CommandResult result = Run(arguments);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
        Assert.Empty(_tree.Git("status", "--porcelain"));
    }

    public void Dispose() => _tree.Dispose();

    private string Read(string file) => File.ReadAllText(_tree.PathOf(file));

    private string Rendered() => _tree.Run("bash", "scripts/gitops/kustomize.sh", "gitops/overlays/prod").Output;

    private string[] Components(string environment) =>
        [.. Yaml.Parse(Read($"gitops/overlays/{environment}/kustomization.yaml")).Single().Texts("components").Select(path => Path.GetFileName(path)!)];

    private CommandResult Run(params string[] arguments) => _tree.Run("bash", ["scripts/gitops/init.sh", .. arguments]);

    private string Init(params string[] arguments)
    {
        CommandResult result = Run(arguments);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return result.Output;
    }
}
