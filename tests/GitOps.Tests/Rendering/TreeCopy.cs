using System.Collections.Concurrent;

namespace GitOps.Tests.Rendering;

/// <summary>A copy of the tree and its scripts, committed to a repository of its own, that a test may change. No environment of it runs an image yet.</summary>
internal sealed class TreeCopy : IDisposable
{
    // The first copy of some folders is committed and stays; the others are copies of it.
    private static readonly ConcurrentDictionary<string, Lazy<string>> Firsts = new(StringComparer.Ordinal);

    private readonly DirectoryInfo _folder;

    public TreeCopy(params string[] folders)
        : this(Directory.CreateTempSubdirectory("gitops-"), folders)
    {
    }

    public TreeCopy(DirectoryInfo folder, string[] folders)
    {
        _folder = folder;
        CopyFiles(Firsts.GetOrAdd(string.Join(' ', folders), _ => new(() => MakeFirst(folders))).Value, Root);
        // Git wants the folder, in which there is nothing yet.
        Directory.CreateDirectory(PathOf(".git/refs/tags"));
    }

    public string Root => _folder.FullName;

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Replace(string file, string there, string instead)
    {
        string text = File.ReadAllText(PathOf(file));
        Assert.Contains(there, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(there, instead, StringComparison.Ordinal));
    }

    public CommandResult Run(string program, params string[] arguments) => Command.Run(Root, program, arguments);

    public string Git(params string[] arguments) => Git(Root, arguments);

    public void Commit() => Commit(Root);

    public void Dispose() => _folder.Delete(recursive: true);

    internal static void CopyFiles(string from, string to, bool overwrite = false)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite);
        }
    }

    private static string MakeFirst(string[] folders)
    {
        string root = Directory.CreateTempSubdirectory("gitops-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        foreach (string file in folders.SelectMany(from => File.Exists(Repository.PathOf(from)) ? [Repository.PathOf(from)] : Directory.GetFiles(Repository.PathOf(from), "*", SearchOption.AllDirectories)))
        {
            string copy = Path.Combine(root, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Pristine.Reset(root);
        Git(root, "init", "--quiet", "--template=");
        Commit(root);
        return root;
    }

    private static string Git(string root, params string[] arguments)
    {
        CommandResult result = Command.Run(root, "git", arguments);
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output;
    }

    private static void Commit(string root)
    {
        Git(root, "add", "--all");
        Git(root, "-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "start");
    }
}
