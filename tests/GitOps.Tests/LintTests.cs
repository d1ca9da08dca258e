using GitOps.Tests.Rendering;

namespace GitOps.Tests;

public sealed class LintTests
{
    [ToolFact("shellcheck", "git")]
    public void Every_shell_script_passes_shellcheck()
    {
        string[] scripts = [.. Command.Run(Repository.Root, "git", "ls-files", "--cached", "--others", "--exclude-standard", "*.sh", ".ci").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

        CommandResult result = Command.Run(Repository.Root, "shellcheck", ["--external-sources", .. scripts]);

        Assert.True(result.ExitCode == 0, result.Output);
    }

    /// <summary>It is another command on macOS; <c>edit</c> of common.sh is the same everywhere.</summary>
    [Fact]
    public void No_script_for_a_laptop_changes_a_file_in_place_by_sed() =>
        Assert.All(
            Directory.GetFiles(Repository.PathOf("scripts/gitops")).Concat(Directory.GetFiles(Repository.PathOf("scripts/image"))),
            script => Assert.DoesNotMatch("^[^#]*sed (-[a-zA-Z]+ )*-i", string.Join('\n', File.ReadLines(script).Where(line => line.Contains("sed ", StringComparison.Ordinal)))));

    [ToolFact("yamllint")]
    public void Every_YAML_file_passes_yamllint()
    {
        CommandResult result = Command.Run(Repository.Root, "yamllint", "--strict", ".");

        Assert.True(result.ExitCode == 0, result.Output);
    }
}
