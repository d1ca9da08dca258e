using GitOps.Tests.Rendering;

namespace GitOps.Tests;

/// <summary>The node project that knows the models; it is installed once.</summary>
internal static class SchemaProject
{
    private static readonly Lazy<CommandResult?> Installed = new(InstallOnce);

    public static string Folder { get; } = Repository.PathOf("tests/GitOps.Tests/Schema");

    public static void Install() => Assert.True(Installed.Value is null or { ExitCode: 0 }, Installed.Value?.Errors);

    private static CommandResult? InstallOnce()
    {
        FileInfo installed = new(Path.Combine(Folder, "node_modules/.package-lock.json"));
        return Tool.Find("npm") is null || (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            ? null
            : Command.Run(Folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    }
}
