using System.Runtime.CompilerServices;

namespace GitOps.Tests.Rendering;

/// <summary>The kustomize of this machine, in a version that the tree can be rendered with.</summary>
internal static class Kustomize
{
    private static readonly Lazy<CommandResult> Found = new(() => Command.Run(Repository.Root, "bash", "scripts/gitops/kustomize.sh"));

    /// <summary>Gets the reason why nothing can be rendered here; null when it can.</summary>
    public static string? WhyNotHere => Tool.WhyNotHere(["bash"]) ?? (Found.Value.ExitCode == 0 ? null : Found.Value.Errors.Trim());

    /// <summary>Lets every script that a test runs render by a program that remembers what it rendered from the same files.</summary>
    [ModuleInitializer]
    internal static void LetScriptsFindIt()
    {
        if (WhyNotHere is not null)
        {
            return;
        }

        string[] words = Found.Value.Output.Trim().Split(' ');
        string rendered = Directory.CreateTempSubdirectory("rendered-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(rendered, recursive: true);
        Environment.SetEnvironmentVariable("KUSTOMIZE_COMMAND", string.Join(' ', [Tool.Find(words[0]) ?? words[0], .. words[1..]]));
        Environment.SetEnvironmentVariable("KUSTOMIZE_RENDERED", rendered);
        Environment.SetEnvironmentVariable("KUSTOMIZE", "bash " + Repository.PathOf("tests/GitOps.Tests/Rendering/kustomize-once.sh"));
    }

    public static CommandResult Render(string folder)
    {
        string[] words = Found.Value.Output.Trim().Split(' ');
        return Command.Run(Repository.Root, words[0], [.. words[1..], folder]);
    }
}
