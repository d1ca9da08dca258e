using System.Xml.Linq;
using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Tests.Package;

public sealed class PackageTests(PackedLibraries packed) : IClassFixture<PackedLibraries>
{
    public static TheoryData<string> Libraries => new("Lcra.Hydromet", "Lcra.Hydromet.Replay");

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
