using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Lcra.Hydromet.Tests.Package;

/// <summary>The packages, packed from two clones of one commit, and an application that has installed them; all in a folder that goes away.</summary>
public sealed class PackedLibraries : IAsyncLifetime
{
    internal const string Repository = "https://github.com/example/hydromet";

    private static readonly string[] Projects = ["Lcra.Hydromet", "Lcra.Hydromet.Archive", "Lcra.Hydromet.Parquet", "Lcra.Hydromet.Replay", "Lcra.Hydromet.Tool"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lcra-hydromet-");

    // A version that was never packed before, so that no package folder can have another of that name.
    private readonly string _version = $"0.1.0-test-{Guid.NewGuid():N}";

    internal string Version => _version;

    private string Packages => Path.Combine(_root.FullName, "packages");

    private string PackedAgain => Path.Combine(_root.FullName, "packed-again");

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

    /// <summary>Runs a program that must not fail; the time is that of the program alone.</summary>
    public async Task<(string Output, TimeSpan Elapsed)> TimeAsync(IEnumerable<string> program)
    {
        await File.WriteAllLinesAsync(Path.Combine(Application, "Program.cs"), program);
        await DotnetCommand.RunAsync(Application, "build");
        Stopwatch elapsed = Stopwatch.StartNew();
        string output = await DotnetCommand.RunAsync(Application, "run", "--no-build");
        return (output, elapsed.Elapsed);
    }

    /// <summary>Runs a program in an application that has more packages than ours.</summary>
    public async Task<string> RunBesideAsync(string version, string[] packages, IEnumerable<string> program)
    {
        DirectoryInfo beside = Directory.CreateDirectory(Path.Combine(_root.FullName, "beside"));
        File.Copy(Path.Combine(Application, "Directory.Build.props"), Path.Combine(beside.FullName, "Directory.Build.props"));
        XElement project = XElement.Load(Path.Combine(Application, "app.csproj"));
        project.Add(new XElement("ItemGroup", packages.Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package), new XAttribute("Version", version)))));
        project.Save(Path.Combine(beside.FullName, "app.csproj"));
        await File.WriteAllLinesAsync(Path.Combine(beside.FullName, "Program.cs"), program);
        return await DotnetCommand.RunAsync(beside.FullName, "run");
    }

    /// <summary>Runs a program of one file whose directives name our packages.</summary>
    public async Task<string> RunFileAsync(IEnumerable<string> program)
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(_root.FullName, "files"));
        File.Copy(Path.Combine(Application, "Directory.Build.props"), Path.Combine(folder.FullName, "Directory.Build.props"), overwrite: true);
        string file = Path.Combine(folder.FullName, $"program-{Guid.NewGuid():N}.cs");
        await File.WriteAllLinesAsync(file, program.Select(line => line.Replace("@0.*", $"@{_version}", StringComparison.Ordinal)));
        return await DotnetCommand.RunAsync(folder.FullName, "run", file);
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

    internal long SizeOf(string library) => new FileInfo(Find(library, "nupkg")).Length;

    internal string[] Files(string library, string extension)
    {
        using ZipArchive package = ZipFile.OpenRead(Find(library, extension));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    internal XElement Metadata(string library)
    {
        using MemoryStream nuspec = new(Content(library, $"{library}.nuspec"));
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    internal byte[] Content(string library, string file)
    {
        using ZipArchive package = ZipFile.OpenRead(Find(library, "nupkg"));
        using Stream entry = package.GetEntry(file)!.Open();
        using MemoryStream content = new();
        entry.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Gives the name and digest of each entry of each package. NuGet invents the names of relationships and of the properties file.</summary>
    internal (string[] First, string[] Second) Packs() => (Digests(Packages), Digests(PackedAgain));

    private static string[] Digests(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder)
           from entry in Entries(file)
           let line = $"{Path.GetFileName(file)} {entry}"
           orderby line
           select line,
    ];

    private static List<string> Entries(string file)
    {
        using ZipArchive package = ZipFile.OpenRead(file);
        List<string> entries = [];
        foreach (ZipArchiveEntry entry in package.Entries)
        {
            using Stream content = entry.Open();
            string digest = Convert.ToHexString(SHA256.HashData(content));
            entries.Add(entry.FullName switch
            {
                "_rels/.rels" => entry.FullName,
                _ when entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) => $".psmdcp {digest}",
                _ => $"{entry.FullName} {digest}",
            });
        }

        return entries;
    }

    private string Find(string library, string extension) => Directory.GetFiles(Packages, $"{library}.*.{extension}")
        .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[library.Length + 1]));

    private async Task InstallAsync()
    {
        string source = Path.Combine(_root.FullName, "source");
        CopySources(source);
        await File.WriteAllTextAsync(Path.Combine(source, "packages.slnx"), new XElement("Solution", Projects.Select(project =>
            new XElement("Project", new XAttribute("Path", $"lib/{project}/{project}.csproj")))).ToString());
        await DotnetCommand.GitAsync(source, "init", "--quiet", "--initial-branch", "main");
        await DotnetCommand.GitAsync(source, "add", "--all");
        await DotnetCommand.GitAsync(source, "commit", "--quiet", "--message", "Add the sources");
        await Task.WhenAll(PackCloneAsync("clone", Packages), PackCloneAsync("another-clone", PackedAgain));

        await DotnetCommand.RunAsync(_root.FullName, "new", "console", "-o", Application, "--no-restore");
        await WriteSettingsAsync();
        await DotnetCommand.RunAsync(Application, "add", "package", "Lcra.Hydromet", "--version", _version);
        await DotnetCommand.RunAsync(Application, "add", "package", "Lcra.Hydromet.Replay", "--version", _version);
    }

    private async Task PackCloneAsync(string clone, string packages)
    {
        await DotnetCommand.GitAsync(_root.FullName, "clone", "--quiet", "source", clone);
        string folder = Path.Combine(_root.FullName, clone);
        await DotnetCommand.GitAsync(folder, "remote", "set-url", "origin", $"{Repository}.git");

        // The analyzers ran when the repository was built.
        await DotnetCommand.RunAsync(
            folder, "pack", "packages.slnx", "-c", "Release", "-o", packages, $"-p:MinVerVersionOverride={_version}", "-p:RunAnalyzers=false", "-p:ContinuousIntegrationBuild=true");
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
