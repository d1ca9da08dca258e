using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Tests.Package;

[Trait("Starts", "Sdk")]
public sealed class PackageTests(PackedLibraries packed) : IClassFixture<PackedLibraries>
{
    private const string Parquet = "Lcra.Hydromet.Parquet";

    public static TheoryData<string> Libraries => new("Lcra.Hydromet", "Lcra.Hydromet.Replay", "Lcra.Hydromet.Archive", Parquet);

    // The documentation is compared with assemblies that this project has; the other packages would bring native files for many platforms.
    public static TheoryData<string> ManagedLibraries => new("Lcra.Hydromet", "Lcra.Hydromet.Replay");

    [Fact]
    public async Task Whoever_installs_the_packages_and_pastes_the_readme_reads_the_rain()
    {
        const string Readme = "lib/Lcra.Hydromet/README.md";
        string[] program = MarkdownBlock.Read(Readme, "csharp");
        int client = Array.IndexOf(program, "using HydrometClient client = HydrometClient.Create();");
        program[client] = "using HydrometClient client = new(new HttpClient(new Lcra.Hydromet.Replay.ReplayHandler(Lcra.Hydromet.Replay.HydrometRecording.StormOfOctober2026())), timeProvider: new Lcra.Hydromet.Replay.ReplayClock(Lcra.Hydromet.Replay.HydrometRecording.StormOfOctober2026().RecordedAt));";

        Assert.Equal(MarkdownBlock.Read(Readme, "text").Single(), await packed.RunAsync(program));
    }

    [Fact]
    [Trait("Category", "Nightly")]
    public async Task Whoever_pastes_the_replay_readme_reads_the_rain()
    {
        const string Readme = "lib/Lcra.Hydromet.Replay/README.md";

        Assert.Equal(MarkdownBlock.Read(Readme, "text").Single(), await packed.RunAsync(MarkdownBlock.Read(Readme, "csharp")));
    }

    [Fact]
    public async Task Whoever_installs_the_tool_reads_the_rain()
    {
        const string Readme = "lib/Lcra.Hydromet.Tool/README.md";
        string command = MarkdownBlock.Read(Readme, "sh").Single(line => line.StartsWith("hydromet ", StringComparison.Ordinal));

        Assert.Equal(MarkdownBlock.Read(Readme, "text").Single(), await packed.RunToolAsync(command.Split(' ')[1..]));

        // Parquet has native files for six platforms.
        Assert.InRange(packed.SizeOf("Lcra.Hydromet.Tool"), 1, 60_000_000);
    }

    [Fact]
    [Trait("Category", "Nightly")]
    public async Task Whoever_runs_the_readme_without_a_network_reads_why_within_the_total_timeout()
    {
        string[] program = MarkdownBlock.Read("lib/Lcra.Hydromet/README.md", "csharp");
        int client = Array.IndexOf(program, "using HydrometClient client = HydrometClient.Create();");
        program[client] = "using HydrometClient client = HydrometClient.Create(new HydrometClientOptions { BaseAddress = new Uri(\"http://127.0.0.1:1/\") });";

        (string output, TimeSpan elapsed) = await packed.TimeAsync(program);

        Assert.StartsWith("None of the rainfall feeds could be read. Rainfall.csv: http://127.0.0.1:1/media/Rainfall.csv could not be reached", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.InRange(elapsed, TimeSpan.Zero, new HydrometClientOptions().TotalTimeout);
    }

    [Fact]
    public async Task An_application_with_the_next_major_version_of_the_extensions_reads_the_rain()
    {
        const string Readme = "lib/Lcra.Hydromet.Replay/README.md";
        string[] extensions =
        [
            "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options", "Microsoft.Extensions.Options.ConfigurationExtensions",
        ];

        string output = await packed.RunBesideAsync("11.0.0", extensions,
            [.. MarkdownBlock.Read(Readme, "csharp"), "Console.WriteLine(typeof(IHttpClientBuilder).Assembly.GetName().Version);"]);

        Assert.Equal($"{MarkdownBlock.Read(Readme, "text").Single()}\n11.0.0.0", output);
    }

    [Fact]
    public void Two_packs_of_one_commit_have_the_same_entries_with_the_same_bytes()
    {
        (string[] first, string[] second) = packed.Packs();

        Assert.Contains(first, entry => entry.Contains("lib/net10.0/Lcra.Hydromet.dll", StringComparison.Ordinal));
        Assert.Equal(first, second);
    }

    [Fact]
    public void The_replay_package_has_the_provenance_of_its_recording() =>
        Assert.Equal(File.ReadAllBytes(MarkdownBlock.PathOf("lib/Lcra.Hydromet.Replay/Recordings/README.md")), packed.Content("Lcra.Hydromet.Replay", "PROVENANCE.md"));

    [Fact]
    public void The_replay_package_depends_on_the_library_alone() =>
        Assert.Equal(
            ["Lcra.Hydromet"],
            packed.Metadata("Lcra.Hydromet.Replay").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value));

    [Fact]
    public void The_parquet_package_depends_on_the_library_of_its_own_version_because_it_uses_internal_members()
    {
        Dictionary<string, string> dependencies = packed.Metadata(Parquet).Descendants().Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

        Assert.Equal(["Lcra.Hydromet", "ParquetSharp"], dependencies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal($"[{packed.Version}]", dependencies["Lcra.Hydromet"]);
    }

    [Fact]
    public void The_archive_package_depends_on_the_library_and_on_what_reaches_its_databases() =>
        Assert.Equal(
            ["Evolve", "Lcra.Hydromet", "Microsoft.Data.Sqlite", "Npgsql"],
            packed.Metadata("Lcra.Hydromet.Archive").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void The_documentation_of_the_parquet_package_has_its_only_type()
    {
        using MemoryStream packaged = new(packed.Content(Parquet, $"lib/net10.0/{Parquet}.xml"));

        Assert.Equal(
            ["M:Lcra.Hydromet.Parquet.ParquetExport.WriteAsync``1", "M:Lcra.Hydromet.Parquet.ParquetExport.WriteAsync``1", "T:Lcra.Hydromet.Parquet.ParquetExport"],
            XDocument.Load(packaged).Descendants("member").Select(member => member.Attribute("name")!.Value.Split('(')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ManagedLibraries))]
    public void The_documentation_has_the_public_members_and_no_others(string library)
    {
        using MemoryStream packaged = new(packed.Content(library, $"lib/net10.0/{library}.xml"));
        string[] documented = [.. XDocument.Load(packaged).Descendants("member").Select(member => member.Attribute("name")!.Value)];

        Assert.Contains("<example>", Encoding.UTF8.GetString(packed.Content(library, $"lib/net10.0/{library}.xml")), StringComparison.Ordinal);
        Assert.Empty(documented.Except(DocumentationIds.OfPublicMembers(Assembly.Load(library))));
        Assert.Empty(DocumentationIds.OfPublicTypes(Assembly.Load(library)).Except(documented));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_package_names_the_repository_and_the_links_of_its_readme_lead_to_the_commit(string library)
    {
        XElement metadata = packed.Metadata(library);
        XElement repository = metadata.Elements().Single(element => element.Name.LocalName == "repository");
        string commit = $"{PackedLibraries.Repository}/blob/{repository.Attribute("commit")!.Value}";
        string readme = Encoding.UTF8.GetString(packed.Content(library, "README.md"));

        Assert.Equal(PackedLibraries.Repository, Value(metadata, "projectUrl"));
        Assert.Equal($"{PackedLibraries.Repository}.git", repository.Attribute("url")!.Value);
        Assert.Equal($"{commit}/CHANGELOG.md", Value(metadata, "releaseNotes"));
        Assert.Contains($"]({commit}/docs/", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("](.", readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_package_brings_its_readme_icon_documentation_and_symbols(string library)
    {
        string[] files = packed.Files(library, "nupkg");

        Assert.Contains("README.md", files);
        Assert.Contains("icon.png", files);
        Assert.Equal(
            [$"lib/net10.0/{library}.dll", $"lib/net10.0/{library}.xml"],
            files.Where(IsInLib).Order(StringComparer.Ordinal));
        Assert.Equal(
            [$"lib/net10.0/{library}.pdb"], packed.Files(library, "snupkg").Where(IsInLib).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_package_says_what_it_is(string library)
    {
        XElement metadata = packed.Metadata(library);

        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Contains("rainfall", Value(metadata, "tags"), StringComparison.Ordinal);
    }

    private static bool IsInLib(string file) => file.StartsWith("lib/", StringComparison.Ordinal);

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
}
