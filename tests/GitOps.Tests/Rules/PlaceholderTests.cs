using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>The values that a fork must fill in are in these places and in no others.</summary>
public sealed partial class PlaceholderTests
{
    private static readonly string[] Listed =
    [
        ".sops.yaml: AGE_RECIPIENT_OF_DEV",
        ".sops.yaml: AGE_RECIPIENT_OF_PROD",
        // The components host, tls and gateway write the overlay's PUBLIC_HOST over these, and an ingress preset its namespace.
        "base/ingress.yaml: rainfall.invalid",
        "base/networkpolicy.yaml: ingress.invalid",
        "components/gateway/httproute.yaml: rainfall.invalid",
        "components/tls/ingress.yaml: rainfall.invalid",
        "components/tls/networkpolicy.yaml: ingress.invalid",
        "components/flux-image-automation/imagerepository.yaml: OWNER/REPO",
        "components/flux-notifications/provider.yaml: OWNER/REPO",
        "overlays/dev/image/kustomization.yaml: " + FirstImage.Digest,
        "overlays/dev/image/kustomization.yaml: OWNER/REPO",
        "overlays/dev/image/kustomization.yaml: main-0-0000000",
        "overlays/prod/image/kustomization.yaml: " + FirstImage.Digest,
        "overlays/prod/image/kustomization.yaml: OWNER/REPO",
        "overlays/prod/image/kustomization.yaml: newTag: 0.0.0",
    ];

    // A host is written in these and nowhere else; what it is, is a fork's own business.
    private static readonly string[] Hosts = ["overlays/dev/rainfall.env", "overlays/prod/rainfall.env"];

    [KustomizeTheory]
    [EachTree]
    public void No_file_has_a_placeholder_that_is_not_listed(string tree) => Assert.Empty(Found(Trees.Of(tree)).Except(Listed, StringComparer.Ordinal));

    [KustomizeFact]
    public void A_fork_that_has_deployed_has_only_the_placeholders_that_are_no_values_of_its_own() =>
        Assert.All(Found(Trees.LivedIn), found => Assert.Matches(@"\.invalid$|AGE_RECIPIENT", found));

    [Theory]
    [InlineData("image: ghcr.io/OWNER/REPO:1.0.0", "OWNER/REPO")]
    [InlineData("digest: " + FirstImage.Digest, FirstImage.Digest)]
    [InlineData("host: gauges.example.com", "gauges.example.com")]
    [InlineData("host: rainfall.invalid", "rainfall.invalid")]
    [InlineData("age: AGE_RECIPIENT_OF_STAGE", "AGE_RECIPIENT_OF_STAGE")]
    [InlineData("owner: CHANGEME", "CHANGEME")]
    [InlineData("# TODO: a name", "TODO")]
    public void A_placeholder_is_seen(string text, string placeholder) => Assert.Equal(placeholder, Assert.Single(In(text)));

    private static IEnumerable<string> Found(Tree tree) => tree.Files()
        .Where(file => Path.GetFileName(file) != "README.md" && !Tree.IsOfFlux(file))
        .SelectMany(file => In(File.ReadAllText(file)), (file, placeholder) => (File: Path.GetRelativePath(tree.PathOf("gitops"), file), placeholder))
        .Where(found => !(Hosts.Contains(found.File, StringComparer.Ordinal) && found.placeholder.Contains('.', StringComparison.Ordinal)))
        .Select(found => $"{found.File}: {found.placeholder}");

    private static IEnumerable<string> In(string text) => Placeholder().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"OWNER/REPO|sha256:0{64}|main-0-0{7}|newTag: 0\.0\.0|[a-z0-9.-]*\b(example\.(com|net|org)|invalid)\b|AGE_RECIPIENT\w*|CHANGE_?ME|TODO|FIXME", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
