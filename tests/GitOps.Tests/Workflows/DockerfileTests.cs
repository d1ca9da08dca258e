using System.Text.RegularExpressions;

namespace GitOps.Tests.Workflows;

public sealed partial class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("samples/RainfallSite/Dockerfile"));

    [Fact]
    public void Every_base_image_has_a_tag_and_a_digest() => Assert.Collection(
        Lines.Where(line => line.StartsWith("ARG ", StringComparison.Ordinal) && line.Contains("_IMAGE=", StringComparison.Ordinal)),
        sdk => Assert.Matches(Base(), sdk),
        runtime => Assert.Matches(Base(), runtime),
        node => Assert.Matches(Base(), node));

    [Fact]
    public void Nothing_is_built_from_another_image() => Assert.All(
        Lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)),
        line => Assert.Matches("^FROM (--platform=[$]BUILDPLATFORM )?[$][{](SDK|RUNTIME|NODE)_IMAGE[}]", line));

    [Fact]
    public void The_runtime_image_has_time_zones_and_no_shell() =>
        Assert.Contains(Lines, line => line.StartsWith("ARG RUNTIME_IMAGE=", StringComparison.Ordinal) && line.Contains("-chiseled-extra@", StringComparison.Ordinal));

    [Fact]
    public void The_image_is_built_with_the_sdk_of_global_json()
    {
        string version = Version().Match(File.ReadAllText(Repository.PathOf("global.json"))).Value;

        Assert.Contains(Lines, line => line.StartsWith($"ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:{version}-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_runs_as_the_user_that_the_deployment_names()
    {
        Assert.Contains("USER 1654:1654", Lines);
        Assert.Contains("runAsUser: 1654", File.ReadAllText(Repository.PathOf("gitops/base/deployment.yaml")), StringComparison.Ordinal);
    }

    [GeneratedRegex("^ARG [A-Z]+_IMAGE=[a-z0-9./-]+:[a-z0-9.-]+@sha256:(?!(?<digit>.)\\k<digit>{63})[0-9a-f]{64}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base();

    [GeneratedRegex("[0-9]+[.][0-9]+[.][0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
