using System.Runtime.CompilerServices;

namespace GitOps.Tests.Rendering;

/// <summary>The settings of Git in every test: none of this machine's, no housekeeping after each command, and no waiting for the disk.</summary>
internal static class QuickGit
{
    [ModuleInitializer]
    internal static void SetUp()
    {
        string settings = Path.Combine(AppContext.BaseDirectory, "gitconfig");
        File.WriteAllText(settings, "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[receive]\n\tautogc = false\n[core]\n\tfsync = none\n[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n[safe]\n\tdirectory = *\n");
        Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", settings);
        Environment.SetEnvironmentVariable("GIT_CONFIG_NOSYSTEM", "1");
    }
}
