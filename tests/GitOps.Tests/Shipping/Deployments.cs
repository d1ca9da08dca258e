using GitOps.Tests.Workflows;

namespace GitOps.Tests.Shipping;

/// <summary>A bare repository with this one's deployment in it, and clones that scripts run in. All of it goes away.</summary>
public sealed class Deployments : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lcra-hydromet-");

    /// <summary>Gets what every program sees; a test may add to it.</summary>
    internal Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["GIT_AUTHOR_NAME"] = "Test",
        ["GIT_AUTHOR_EMAIL"] = "test@example.org",
        ["GIT_COMMITTER_NAME"] = "Test",
        ["GIT_COMMITTER_EMAIL"] = "test@example.org",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GITHUB_REPOSITORY"] = "owner/site",
    };

    internal string Remote => Path.Combine(_root.FullName, "remote.git");

    public async Task InitializeAsync()
    {
        string first = Path.Combine(_root.FullName, "first");
        Copy(Repository.PathOf("gitops"), Path.Combine(first, "gitops"));
        Copy(Repository.PathOf("scripts/gitops"), Path.Combine(first, "scripts/gitops"));
        Copy(Repository.PathOf("scripts/image"), Path.Combine(first, "scripts/image"));
        await File.WriteAllTextAsync(Path.Combine(first, "Program.cs"), "// one\n");
        await File.WriteAllTextAsync(Path.Combine(first, ".gitignore"), "artifacts/\n");
        await GitAsync(_root.FullName, "init", "--quiet", "--bare", "--initial-branch=main", Remote);
        await GitAsync(first, "init", "--quiet", "--initial-branch=main");
        await GitAsync(first, "add", "--all");
        await GitAsync(first, "commit", "--quiet", "--message", "The site");
        await GitAsync(first, "push", "--quiet", Remote, "main");
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal async Task<string> CloneAsync(string name)
    {
        await GitAsync(_root.FullName, "clone", "--quiet", Remote, name);
        return Path.Combine(_root.FullName, name);
    }

    internal string PathOf(string name) => Path.Combine(_root.FullName, name);

    internal Task<string> GitAsync(string folder, params string[] arguments) => Command.RunAsync(folder, Environment, "git", arguments);

    internal Task<(int Code, string Output)> RunAsync(string clone, string script, params string[] arguments) =>
        Command.TryAsync(clone, Environment, Path.Combine(clone, script), arguments);

    /// <summary>Reads the subjects of a branch, newest first, without the commits that the test began with.</summary>
    internal async Task<string[]> CommitsAsync(string branch = "main") =>
        [.. (await GitAsync(Remote, "log", "--format=%s", branch)).Split('\n').SkipLast(1)];

    internal Task<string> HeadAsync(string branch = "main") => GitAsync(Remote, "rev-parse", branch);

    internal async Task<string> ImageAsync(string environment, string branch = "main")
    {
        string[] file = (await GitAsync(Remote, "show", $"{branch}:gitops/overlays/{environment}/image/kustomization.yaml")).Split('\n');
        string Value(string key) => file.Single(line => line.Contains($" {key}: ", StringComparison.Ordinal)).Split(": ")[1];
        return $"{Value("newName")}:{Value("newTag")}@{Value("digest")}";
    }

    internal async Task HookAsync(string repository, string hook, string script)
    {
        string file = Path.Combine(await GitAsync(repository, "rev-parse", "--absolute-git-dir"), "hooks", hook);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "#!/bin/sh\n" + script + "\n");
        await Command.RunAsync(repository, Environment, "chmod", "+x", file);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
