using System.Runtime.CompilerServices;

namespace GitOps.Tests.Rendering;

/// <summary>The kustomize of this machine, in a version that the tree can be rendered with.</summary>
internal static class Kustomize
{
    private static readonly Lazy<CommandResult> Found = new(() => Command.Run(Repository.Root, "bash", "scripts/gitops/kustomize.sh"));

    /// <summary>Gets the reason why nothing can be rendered here; null when it can.</summary>
    public static string? WhyNotHere => Tool.WhyNotHere(["bash"]) ?? (Found.Value.ExitCode == 0 ? null : Found.Value.Errors.Trim());

    /// <summary>Looks for it once, and not again in every script that a test runs.</summary>
    [ModuleInitializer]
    internal static void LetScriptsFindIt()
    {
        if (WhyNotHere is null && Environment.GetEnvironmentVariable("KUSTOMIZE") is null)
        {
            string[] words = Found.Value.Output.Trim().Split(' ');
            Environment.SetEnvironmentVariable("KUSTOMIZE", string.Join(' ', [Tool.Find(words[0]) ?? words[0], .. words[1..]]));
        }
    }

    public static CommandResult Render(string folder)
    {
        string[] words = Found.Value.Output.Trim().Split(' ');
        return Command.Run(Repository.Root, words[0], [.. words[1..], folder]);
    }
}
