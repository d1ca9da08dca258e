using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Tests.Workflows;

/// <summary>The ways to run the site without Kubernetes.</summary>
public sealed partial class DeployTests
{
    /// <summary>R41 without Kubernetes: what .NET needs besides heap and /tmp is at least 96 MiB.</summary>
    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("rainfall.service")]
    public void Heap_tmp_and_the_rest_fit_the_memory_limit(string file)
    {
        string text = File.ReadAllText(Repository.PathOf("samples/deploy/" + file));

        int limit = int.Parse(Limit().Match(text).Groups["amount"].Value, CultureInfo.InvariantCulture);
        int tmp = int.Parse(Tmp().Match(text).Groups["amount"].Value, CultureInfo.InvariantCulture);
        int percent = int.Parse(Percent().Match(text).Groups["amount"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.InRange((limit * percent / 100) + tmp + 96, 1, limit);
    }

    /// <summary>Without the first LCRA does not know who asks; without the second all visitors of a proxy are one.</summary>
    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("rainfall.service")]
    public void The_contact_the_trusted_proxies_and_the_image_are_named(string file) => Assert.All(
        ["Hydromet__Contact", "ForwardedHeaders__KnownNetworks", "promote.yml tags it"],
        name => Assert.Contains(name, File.ReadAllText(Repository.PathOf("samples/deploy/" + file)), StringComparison.Ordinal));

    [GeneratedRegex("(mem_limit: |--memory )(?<amount>[0-9]+)m", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Limit();

    [GeneratedRegex("/tmp:size=(?<amount>[0-9]+)m", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tmp();

    [GeneratedRegex("DOTNET_GCHeapHardLimitPercent[=:] ?\"?(?<amount>[0-9A-F]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percent();
}
