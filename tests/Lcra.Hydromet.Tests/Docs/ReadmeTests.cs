using System.Runtime.CompilerServices;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Docs;

public class ReadmeTests
{
    private const string ReplayReadme = "lib/Lcra.Hydromet.Replay/README.md";

    public static TheoryData<string> Readmes => new("README.md", "lib/Lcra.Hydromet/README.md");

    [Theory]
    [MemberData(nameof(Readmes))]
    public void The_readmes_code_is_the_code_that_is_tested(string readme)
    {
        string[] shown = MarkdownBlock.Read(readme, "csharp");

        Assert.Equal(["using Lcra.Hydromet;", "using HydrometClient client = HydrometClient.Create();"], shown[..2]);
        Assert.Equal(Tested("ReadmeSample.cs"), shown[2..]);
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public async Task The_readmes_code_prints_what_the_readme_says(string readme)
    {
        using HttpClient http = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
        using HydrometClient client = new(http);
        using StringWriter console = new();

        await ReadmeSample.RunAsync(client, console);

        Assert.Equal(MarkdownBlock.Read(readme, "text").Single(), console.ToString().TrimEnd());
    }

    [Fact]
    public void The_replay_readmes_code_is_the_code_that_is_tested()
    {
        string[] shown = MarkdownBlock.Read(ReplayReadme, "csharp");

        Assert.Equal(["using Lcra.Hydromet;", "using Microsoft.Extensions.DependencyInjection;"], shown[..2]);
        Assert.Equal(Tested("ReplayReadmeSample.cs"), shown[2..]);
    }

    [Fact]
    public async Task The_replay_readmes_code_prints_what_it_says()
    {
        using StringWriter console = new();

        await ReplayReadmeSample.RunAsync(console);

        Assert.Equal(MarkdownBlock.Read(ReplayReadme, "text").Single(), console.ToString().TrimEnd());
    }

    private static IEnumerable<string> Tested(string sample, [CallerFilePath] string here = "")
    {
        string[] tested = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, sample));
        int from = Array.FindIndex(tested, line => line.Contains("RunAsync(", StringComparison.Ordinal)) + 2;
        return tested[from..^2].Select(line => line.Length == 0 ? line : line[8..]);
    }
}
