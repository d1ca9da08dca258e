using System.Text.RegularExpressions;

namespace GitOps.Tests.Rules;

/// <summary>What a fork must fill in stands in these places and in no others.</summary>
public sealed partial class PlaceholderTests
{
    private static readonly string[] Listed =
    [
        ".sops.yaml: AGE_RECIPIENT_OF_DEV",
        ".sops.yaml: AGE_RECIPIENT_OF_PROD",
        // The components host, tls and gateway-api write the overlay's PUBLIC_HOST over these.
        "base/ingress.yaml: rainfall.invalid",
        "components/gateway-api/httproute.yaml: rainfall.invalid",
        "components/tls/ingress.yaml: rainfall.invalid",
        "components/flux-image-automation/imagerepository.yaml: OWNER/REPO",
        "components/flux-notifications/provider.yaml: OWNER/REPO",
        "overlays/dev/image/kustomization.yaml: " + NoDigest,
        "overlays/dev/image/kustomization.yaml: OWNER/REPO",
        "overlays/dev/image/kustomization.yaml: main-0-0000000",
        "overlays/dev/rainfall.env: rainfall.dev.example.org",
        "overlays/prod/image/kustomization.yaml: " + NoDigest,
        "overlays/prod/image/kustomization.yaml: OWNER/REPO",
        "overlays/prod/image/kustomization.yaml: newTag: 0.0.0",
        "overlays/prod/rainfall.env: rainfall.example.org",
    ];

    private const string NoDigest = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public void No_file_has_a_placeholder_that_is_not_listed()
    {
        string root = Repository.PathOf("gitops");
        IEnumerable<string> found = Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "README.md")
            .SelectMany(file => In(File.ReadAllText(file)), (file, placeholder) => $"{Path.GetRelativePath(root, file)}: {placeholder}");

        Assert.Empty(found.Except(Listed, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("image: ghcr.io/OWNER/REPO:1.0.0", "OWNER/REPO")]
    [InlineData("digest: " + NoDigest, NoDigest)]
    [InlineData("host: gauges.example.com", "gauges.example.com")]
    [InlineData("host: rainfall.invalid", "rainfall.invalid")]
    [InlineData("age: AGE_RECIPIENT_OF_STAGE", "AGE_RECIPIENT_OF_STAGE")]
    [InlineData("owner: CHANGEME", "CHANGEME")]
    [InlineData("# TODO: a name", "TODO")]
    public void A_placeholder_is_seen(string text, string placeholder) => Assert.Equal(placeholder, Assert.Single(In(text)));

    private static IEnumerable<string> In(string text) => Placeholder().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"OWNER/REPO|sha256:0{64}|main-0-0{7}|newTag: 0\.0\.0|[a-z0-9.-]*\b(example\.(com|net|org)|invalid)\b|AGE_RECIPIENT\w*|CHANGE_?ME|TODO|FIXME", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
