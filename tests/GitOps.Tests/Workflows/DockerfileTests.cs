using System.Text.RegularExpressions;

namespace GitOps.Tests.Workflows;

public sealed partial class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("samples/RainfallSite/Dockerfile"));

    private static string[] Bases { get; } = [.. Lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Split(' ').First(word => word.Contains('/', StringComparison.Ordinal)))];

    /// <summary>Named in FROM itself: Dependabot does not read build arguments.</summary>
    [Fact]
    public void Every_base_image_has_a_tag_and_a_digest()
    {
        Assert.Equal(3, Bases.Length);
        Assert.All(Bases, name => Assert.Matches(Base(), name));
    }

    [ToolFact("bash")]
    public async Task The_scripts_read_the_same_base_images() =>
        Assert.Equal(Bases, (await Command.RunAsync(Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal), "bash", "scripts/image/bases.sh")).Split('\n'));

    [Fact]
    public void The_runtime_image_has_time_zones_and_no_shell() =>
        Assert.Contains("-chiseled-extra@", Bases[^1], StringComparison.Ordinal);

    [Fact]
    public void The_image_is_built_with_the_sdk_of_global_json()
    {
        string version = Version().Match(File.ReadAllText(Repository.PathOf("global.json"))).Value;

        Assert.Contains(Bases, name => name.StartsWith($"mcr.microsoft.com/dotnet/sdk:{version}-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_runs_as_the_user_that_the_deployment_names()
    {
        Assert.Contains("USER 1654:1654", Lines);
        Assert.Contains("runAsUser: 1654", File.ReadAllText(Repository.PathOf("gitops/base/deployment.yaml")), StringComparison.Ordinal);
    }

    [GeneratedRegex("^[a-z0-9./-]+:[a-z0-9.-]+@sha256:(?!(?<digit>.)\\k<digit>{63})[0-9a-f]{64}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base();

    [GeneratedRegex("[0-9]+[.][0-9]+[.][0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
