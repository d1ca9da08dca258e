using GitOps.Tests.Rendering;
using Command = GitOps.Tests.Workflows.Command;

namespace GitOps.Tests.Shipping;

/// <summary>A bare repository with this one's deployment in it, and clones that scripts run in. All of it goes away.</summary>
public sealed class Deployments : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> First = new(MakeFirstAsync);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lcra-hydromet-");

    /// <summary>Gets what every program sees; a test may add to it.</summary>
    internal Dictionary<string, string> Environment { get; } = new(Author(), StringComparer.Ordinal) { ["GITHUB_REPOSITORY"] = "owner/site" };

    internal string Remote => Path.Combine(_root.FullName, "remote.git");

    public async Task InitializeAsync()
    {
        TreeCopy.CopyFiles(await First.Value, Remote);
        // All references are packed, and git wants the folder.
        Directory.CreateDirectory(Path.Combine(Remote, "refs"));
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal async Task<string> CloneAsync(string name)
    {
        string clone = Path.Combine(_root.FullName, name);
        if (Directory.EnumerateFiles(Path.Combine(Remote, "refs"), "*", SearchOption.AllDirectories).Any())
        {
            await GitAsync(_root.FullName, "clone", "--quiet", Remote, name);
            return clone;
        }

        // Nothing was pushed yet: a copy of the first clone is the same, and makes no process wait.
        string first = Path.Combine(Path.GetDirectoryName(await First.Value)!, "clone");
        TreeCopy.CopyFiles(first, clone);
        string settings = Path.Combine(clone, ".git/config");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace(await First.Value, Remote, StringComparison.Ordinal));
        return clone;
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

    /// <summary>Puts a program of that name before all others on the path of every script.</summary>
    internal async Task ProgramAsync(string name, string script)
    {
        string programs = PathOf("programs");
        string file = Path.Combine(programs, name);
        Directory.CreateDirectory(programs);
        await File.WriteAllTextAsync(file, "#!/bin/bash\n" + script + "\n");
        MakeExecutable(file);
        Environment["PATH"] = $"{programs}:{System.Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>Lets GitHub say these things of the runs of ci, one at each question; the last one again and again.</summary>
    internal async Task CiSaysAsync(params string[] runs)
    {
        await File.WriteAllLinesAsync(PathOf("ci"), runs);
        Environment["AWAIT_CI_SECONDS"] = "0";
        await ProgramAsync("gh", $"""
            [ "$1 $2" = "run list" ] || exit 2
            echo "$@" >> {PathOf("gh.log")}
            head -n 1 {PathOf("ci")} | tr ',' '\n' | grep . || true
            [ "$(wc -l < {PathOf("ci")})" = 1 ] || sed -i 1d {PathOf("ci")}
            """);
    }

    internal async Task HookAsync(string repository, string hook, string script)
    {
        string file = Path.Combine(await GitAsync(repository, "rev-parse", "--absolute-git-dir"), "hooks", hook);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "#!/bin/sh\n" + script + "\n");
        MakeExecutable(file);
    }

    private static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static Dictionary<string, string> Author() => new(StringComparer.Ordinal)
    {
        ["GIT_AUTHOR_NAME"] = "Test",
        ["GIT_AUTHOR_EMAIL"] = "test@example.org",
        ["GIT_COMMITTER_NAME"] = "Test",
        ["GIT_COMMITTER_EMAIL"] = "test@example.org",
    };

    /// <summary>The repository that every test starts from; it is made once and copied.</summary>
    private static async Task<string> MakeFirstAsync()
    {
        string root = Directory.CreateTempSubdirectory("lcra-hydromet-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        foreach (string folder in (string[])["gitops", "scripts", ".github"])
        {
            TreeCopy.CopyFiles(Repository.PathOf(folder), Path.Combine(root, folder));
        }

        Pristine.Reset(root);
        foreach (string file in (string[])["global.json", ".yamllint"])
        {
            File.Copy(Repository.PathOf(file), Path.Combine(root, file));
        }

        await File.WriteAllTextAsync(Path.Combine(root, "Program.cs"), "// one\n");
        await File.WriteAllTextAsync(Path.Combine(root, ".gitignore"), "artifacts/\n");
        await Command.RunAsync(root, Author(), "git", "init", "--quiet", "--template=", "--initial-branch=main");
        await Command.RunAsync(root, Author(), Path.Combine(root, "scripts/gitops/init.sh"), "owner/site", "rainfall.example.org", "--ingress", "traefik", "--issuer", "letsencrypt");
        await Command.RunAsync(root, Author(), "git", "add", "--all");
        await Command.RunAsync(root, Author(), "git", "commit", "--quiet", "--message", "The site");
        await Command.RunAsync(root, Author(), "git", "clone", "--quiet", "--bare", "--no-local", "--template=", root, "remote.git");
        await Command.RunAsync(root, Author(), "git", "clone", "--quiet", "--template=", Path.Combine(root, "remote.git"), "clone");
        return Path.Combine(root, "remote.git");
    }
}
