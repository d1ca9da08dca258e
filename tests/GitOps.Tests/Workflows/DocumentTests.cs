using System.Text.RegularExpressions;

namespace GitOps.Tests.Workflows;

public sealed partial class DocumentTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/shipping.md")]
    public void What_a_document_tells_to_run_is_there(string document) => Assert.All(
        Script().Matches(File.ReadAllText(Repository.PathOf(document))).Select(match => match.Value),
        script => Assert.True(File.Exists(Repository.PathOf(script)), script));

    [Fact]
    public void The_versions_that_the_documents_name_are_those_of_the_workflows()
    {
        string shipping = File.ReadAllText(Repository.PathOf("docs/shipping.md"));
        string workflows = string.Concat(Workflow.Files().Select(File.ReadAllText));

        Assert.Contains("| Flux CLI, cosign, runners | 2.9.4, 3.0.6, Ubuntu 24.04 and Windows 2025 |", shipping, StringComparison.Ordinal);
        Assert.All(["version: 2.9.4", "cosign-release: v3.0.6", "runs-on: ubuntu-24.04", "runs-on: windows-2025"], pin => Assert.Contains(pin, workflows, StringComparison.Ordinal));
    }

    /// <summary>It says what is wrong on its output and ends well all the same.</summary>
    [ToolFact("systemd-analyze", "podman")]
    public async Task Systemd_finds_nothing_wrong_in_the_unit()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("unit-");
        try
        {
            string unit = Path.Combine(folder.FullName, "rainfall.service");
            string text = await File.ReadAllTextAsync(Repository.PathOf("samples/deploy/rainfall.service"));
            await File.WriteAllTextAsync(unit, text);
            Assert.Equal("", await VerifyAsync(unit));

            await File.WriteAllTextAsync(unit, text.Replace("on-failure", "sometimes", StringComparison.Ordinal));
            Assert.Contains("sometimes", await VerifyAsync(unit), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<string> VerifyAsync(string unit) =>
        Command.RunAsync(Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal), "systemd-analyze", "verify", unit);

    [GeneratedRegex("(scripts/[a-z0-9/-]+[.]sh|[.]ci/[a-z-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
