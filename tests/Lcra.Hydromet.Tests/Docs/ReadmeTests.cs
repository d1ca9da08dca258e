using System.Runtime.CompilerServices;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Docs;

public class ReadmeTests
{
    [Fact]
    public void The_readmes_code_is_the_code_that_is_tested()
    {
        string[] shown = Block("csharp");

        Assert.Equal(["using Lcra.Hydromet;", "using HttpClient http = new();"], shown[..2]);
        string[] tested = File.ReadAllLines(Beside("ReadmeSample.cs"));
        int from = Array.FindIndex(tested, line => line.Contains("RunAsync(", StringComparison.Ordinal)) + 2;
        Assert.Equal(tested[from..^2].Select(line => line.Trim()), shown[2..]);
    }

    [Fact]
    public async Task The_readmes_code_prints_what_the_readme_says()
    {
        using HttpClient http = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
        using StringWriter console = new();

        await ReadmeSample.RunAsync(http, console);

        Assert.Equal(Block("text").Single(), console.ToString().TrimEnd());
    }

    private static string[] Block(string language)
    {
        string[] lines = File.ReadAllLines(Beside(Path.Combine("..", "..", "..", "README.md")));
        int from = Array.IndexOf(lines, $"```{language}") + 1;
        return lines[from..Array.IndexOf(lines, "```", from)];
    }

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
