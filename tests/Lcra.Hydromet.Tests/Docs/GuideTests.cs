using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Climate;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Docs;

public sealed class GuideTests : IDisposable
{
    private readonly CultureScope _invariant = new("");

    public static TheoryData<string, string> Samples
    {
        get
        {
            TheoryData<string, string> samples = [];
            foreach ((string guide, Type code) in Guides)
            {
                foreach (MethodInfo sample in MethodsOf(code))
                {
                    samples.Add(guide, sample.Name);
                }
            }

            return samples;
        }
    }

    private static Dictionary<string, Type> Guides => new(StringComparer.Ordinal)
    {
        ["guide"] = typeof(GuideSamples),
        ["history-and-windows"] = typeof(HistoryGuideSamples),
        ["climate"] = typeof(ClimateGuideSamples),
        ["recipes"] = typeof(RecipeSamples),
        ["watching"] = typeof(WatchingGuideSamples),
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_guides_code_is_the_code_that_is_tested(string guide, string sample)
    {
        string[] tested = File.ReadAllLines(Beside($"{Guides[guide].Name}.cs"));
        int from = Array.FindIndex(tested, line => line.Contains($" {sample}(", StringComparison.Ordinal)) + 2;
        int to = Array.IndexOf(tested, "    }", from);

        Assert.Equal(tested[from..to].Select(line => line.Length == 0 ? line : line[8..]), Blocks(guide, "csharp")[Place(guide, sample)]);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_guides_code_prints_what_the_guide_says(string guide, string sample)
    {
        HydrometRecording storm = HydrometRecording.StormOfOctober2026();
        ReplayClock clock = new(storm.RecordedAt);
        HydrometClient client = new(new HttpClient(new ReplayHandler(storm)), new HydrometClientOptions(), clock);
        using StringWriter console = new(CultureInfo.InvariantCulture);
        MethodInfo method = MethodsOf(Guides[guide])[Place(guide, sample)];

        object[] arguments = [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(HydrometClient) ? client : parameter.ParameterType == typeof(TimeProvider) ? clock : parameter.ParameterType == typeof(Stream) ? Atlas14Files.Open() : (object)console)];
        await (method.Invoke(null, arguments) as Task ?? Task.CompletedTask);

        Assert.Equal(string.Join('\n', Blocks(guide, "text")[Place(guide, sample)]), console.ToString().ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    public void Dispose() => _invariant.Dispose();

    private static MethodInfo[] MethodsOf(Type code) => code.GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static int Place(string guide, string sample) => Array.FindIndex(MethodsOf(Guides[guide]), method => method.Name == sample);

    private static string[][] Blocks(string guide, string language)
    {
        string[] lines = File.ReadAllLines(Beside(Path.Combine("..", "..", "..", "docs", $"{guide}.md")));
        List<string[]> blocks = [];
        for (int i = Array.IndexOf(lines, $"```{language}"); i >= 0; i = Array.IndexOf(lines, $"```{language}", i + 1))
        {
            blocks.Add(lines[(i + 1)..Array.IndexOf(lines, "```", i)]);
        }

        return [.. blocks];
    }

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
