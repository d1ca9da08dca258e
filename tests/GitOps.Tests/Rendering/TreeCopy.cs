namespace GitOps.Tests.Rendering;

/// <summary>A copy of the tree and its scripts, committed to a repository of its own, that a test may change. No environment of it runs an image yet.</summary>
internal sealed class TreeCopy : IDisposable
{
    private readonly DirectoryInfo _folder;

    public TreeCopy(params string[] folders)
        : this(Directory.CreateTempSubdirectory("gitops-"), folders)
    {
    }

    public TreeCopy(DirectoryInfo folder, string[] folders)
    {
        _folder = folder;
        foreach (string file in folders.SelectMany(from => File.Exists(Repository.PathOf(from)) ? [Repository.PathOf(from)] : Directory.GetFiles(Repository.PathOf(from), "*", SearchOption.AllDirectories)))
        {
            string copy = PathOf(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        FirstImage.Reset(Root);
        Git("init", "--quiet");
        Commit();
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

    public string Git(params string[] arguments)
    {
        CommandResult result = Run("git", arguments);
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output;
    }

    public void Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "start");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
