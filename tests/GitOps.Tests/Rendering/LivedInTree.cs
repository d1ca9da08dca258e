namespace GitOps.Tests.Rendering;

/// <summary>This checkout as a fork after a month: initialized with another ingress, bootstrapped, bumped twice, promoted twice, and rolled back.</summary>
internal static class LivedInTree
{
    private const string Image = "ghcr.io/me/site";

    public static Tree Make()
    {
        DirectoryInfo folder = new(Repository.PathOf("artifacts/gitops-lived-in"));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }

        folder.Create();
#pragma warning disable CA2000 // The folder stays for the tests that read it.
        TreeCopy copy = new(folder, ["gitops", "scripts/gitops", ".github", ".gitignore", ".yamllint"]);
#pragma warning restore CA2000
        Run(copy, "scripts/gitops/init.sh", "me/site", "rain.example.org", "--ingress", "gateway");
        FluxManifests.Write(copy.Root, "dev", "v2.9.5");
        FluxManifests.Write(copy.Root, "prod", "v2.9.4");
        copy.Commit();
        Deploy(copy, "dev", "main-12-1234567", 'a');
        Deploy(copy, "dev", "main-13-89abcde", 'b');
        Deploy(copy, "prod", "1.0.0", 'a');
        Deploy(copy, "prod", "1.1.0", 'b');
        Deploy(copy, "prod", "1.0.0", 'a', "--allow-older");
        return new Tree(folder.FullName, "lived-in");
    }

    private static void Deploy(TreeCopy copy, string environment, string tag, char digit, params string[] options)
    {
        Run(copy, "scripts/gitops/set-image.sh", [.. options, environment, $"{Image}:{tag}@sha256:{new string(digit, 64)}"]);
        copy.Commit();
    }

    private static void Run(TreeCopy copy, string script, params string[] arguments)
    {
        CommandResult result = copy.Run("bash", [script, .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }
}
