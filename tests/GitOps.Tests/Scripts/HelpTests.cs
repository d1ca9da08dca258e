using GitOps.Tests.Rendering;

namespace GitOps.Tests.Scripts;

/// <summary>Every script that a person can run says how.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Scripts => [.. ((string[])["scripts/gitops", "scripts/image"])
        .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.sh"))
        .Where(file => !OperatingSystem.IsWindows() && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute))
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    [ToolTheory("bash")]
    [MemberData(nameof(Scripts))]
    public void Help_is_printed_and_a_wrong_option_is_an_error(string script)
    {
        CommandResult help = Command.Run(Repository.Root, "bash", script, "--help");
        CommandResult wrong = Command.Run(Repository.Root, "bash", script, "--nonsense");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.StartsWith("usage: " + script, help.Output, StringComparison.Ordinal);
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Output));
        Assert.Contains(Path.GetFileNameWithoutExtension(script) + ": ", wrong.Errors, StringComparison.Ordinal);
    }
}
