using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Lcra.Hydromet.Tests.Package;

/// <summary>The packages, packed from a copy of the sources, and an application that has installed them; all in a folder that goes away.</summary>
public sealed class PackedLibraries : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lcra-hydromet-");

    // A version that was never packed before, so that no package folder can have another of that name.
    private readonly string _version = $"0.1.0-test-{Guid.NewGuid():N}";

    private string Packages => Path.Combine(_root.FullName, "packages");

    private string Application => Path.Combine(_root.FullName, "app");

    public async Task InitializeAsync()
    {
        try
        {
            await InstallAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async Task<string> RunAsync(IEnumerable<string> program)
    {
        await File.WriteAllLinesAsync(Path.Combine(Application, "Program.cs"), program);
        return await DotnetCommand.RunAsync(Application, "run");
    }

    /// <summary>Installs the program as a .NET tool and runs what was installed.</summary>
    public async Task<string> RunToolAsync(params string[] arguments)
    {
        string tools = Path.Combine(_root.FullName, "tools");
        await DotnetCommand.RunAsync(
            _root.FullName, "tool", "install", "Lcra.Hydromet.Tool", "--tool-path", tools, "--version", _version, "--add-source", Packages);
        Assert.True(File.Exists(Path.Combine(tools, OperatingSystem.IsWindows() ? "hydromet.exe" : "hydromet")));
        string program = Directory.GetFiles(tools, "Lcra.Hydromet.Tool.dll", SearchOption.AllDirectories).Single();
        return await DotnetCommand.RunAsync(_root.FullName, [program, .. arguments]);
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal string[] Files(string library, string extension)
    {
        using ZipArchive package = ZipFile.OpenRead(Find(library, extension));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    internal XElement Metadata(string library)
    {
        using ZipArchive package = ZipFile.OpenRead(Find(library, "nupkg"));
        using Stream nuspec = package.GetEntry($"{library}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    private string Find(string library, string extension) => Directory.GetFiles(Packages, $"{library}.*.{extension}")
        .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[library.Length + 1]));

    private async Task InstallAsync()
    {
        string source = Path.Combine(_root.FullName, "source");
        CopySources(source);
        foreach (string library in new[] { "Lcra.Hydromet", "Lcra.Hydromet.Replay", "Lcra.Hydromet.Tool" })
        {
            // The analyzers ran when the repository was built.
            await DotnetCommand.RunAsync(
                source, "pack", $"lib/{library}", "-c", "Release", "-o", Packages, $"-p:MinVerVersionOverride={_version}", "-p:RunAnalyzers=false");
        }

        await DotnetCommand.RunAsync(_root.FullName, "new", "console", "-o", Application, "--no-restore");
        await WriteSettingsAsync();
        await DotnetCommand.RunAsync(Application, "add", "package", "Lcra.Hydromet", "--version", _version);
        await DotnetCommand.RunAsync(Application, "add", "package", "Lcra.Hydromet.Replay", "--version", _version);
    }

    // What is restored for the application goes into a folder of its own; what the machine has already is only read.
    private Task WriteSettingsAsync()
    {
        string known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        XElement settings = new("Project", new XElement(
            "PropertyGroup",
            new XElement("RestoreAdditionalProjectSources", Packages),
            new XElement("RestorePackagesPath", Path.Combine(_root.FullName, "restored")),
            new XElement("RestoreFallbackFolders", Directory.Exists(known) ? known : "")));
        return File.WriteAllTextAsync(Path.Combine(Application, "Directory.Build.props"), settings.ToString());
    }

    private static void CopySources(string target, [CallerFilePath] string here = "")
    {
        string repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        string made = $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}";
        string built = $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}";
        foreach (string file in Directory.EnumerateFiles(Path.Combine(repository, "lib"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains(made, StringComparison.Ordinal) && !file.Contains(built, StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(repository, "Directory.*.props"))
            .Append(Path.Combine(repository, "BannedSymbols.txt"))
            .Append(Path.Combine(repository, "global.json")))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(repository, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
