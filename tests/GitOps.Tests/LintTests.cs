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

    [ToolFact("yamllint")]
    public void Every_YAML_file_passes_yamllint()
    {
        CommandResult result = Command.Run(Repository.Root, "yamllint", "--strict", ".");

        Assert.True(result.ExitCode == 0, result.Output);
    }
}
