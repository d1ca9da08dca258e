using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Docs;

public sealed class GuideTests : IDisposable
{
    private readonly CultureScope _invariant = new("");

    public static TheoryData<string> Samples => new(Methods.Select(method => method.Name));

    private static MethodInfo[] Methods => typeof(GuideSamples).GetMethods(BindingFlags.Public | BindingFlags.Static);

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_guides_code_is_the_code_that_is_tested(string sample)
    {
        string[] tested = File.ReadAllLines(Beside("GuideSamples.cs"));
        int from = Array.FindIndex(tested, line => line.Contains($"Task {sample}(", StringComparison.Ordinal)) + 2;
        int to = Array.IndexOf(tested, "    }", from);

        Assert.Equal(tested[from..to].Select(line => line.Length == 0 ? line : line[8..]), Blocks("csharp")[Place(sample)]);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_guides_code_prints_what_the_guide_says(string sample)
    {
        HydrometRecording storm = HydrometRecording.StormOfOctober2026();
        HydrometClient client = new(new HttpClient(new ReplayHandler(storm)), new HydrometClientOptions(), new ReplayClock(storm.Moment));
        using StringWriter console = new(CultureInfo.InvariantCulture);

        await (Task)Methods[Place(sample)].Invoke(null, [client, console])!;

        Assert.Equal(string.Join('\n', Blocks("text")[Place(sample)]), console.ToString().ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    public void Dispose() => _invariant.Dispose();

    private static int Place(string sample) => Array.FindIndex(Methods, method => method.Name == sample);

    private static string[][] Blocks(string language)
    {
        string[] lines = File.ReadAllLines(Beside(Path.Combine("..", "..", "..", "docs", "guide.md")));
        List<string[]> blocks = [];
        for (int i = Array.IndexOf(lines, $"```{language}"); i >= 0; i = Array.IndexOf(lines, $"```{language}", i + 1))
        {
            blocks.Add(lines[(i + 1)..Array.IndexOf(lines, "```", i)]);
        }

        return [.. blocks];
    }

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
