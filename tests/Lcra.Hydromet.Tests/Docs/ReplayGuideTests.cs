using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Lcra.Hydromet.Tests.Docs;

public sealed class ReplayGuideTests : IDisposable
{
    private const int Indentation = 8;
    private readonly CultureScope _invariant = new("");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public static TheoryData<string> Samples => new(Methods.Select(method => method.Name));

    private static MethodInfo[] Methods => typeof(ReplayGuideSamples).GetMethods(BindingFlags.Public | BindingFlags.Static);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_guides_code_is_tested_and_prints_what_the_guide_says(string sample)
    {
        string[] tested = await File.ReadAllLinesAsync(Beside("ReplayGuideSamples.cs"));
        int from = Array.FindIndex(tested, line => line.Contains($"Task {sample}(", StringComparison.Ordinal)) + 2;
        int place = Array.FindIndex(Methods, method => method.Name == sample);
        ServiceCollection services = new();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new NoNetwork());
        using StringWriter console = new(CultureInfo.InvariantCulture);

        await (Task)Methods[place].Invoke(null, [services, _folder.FullName, console])!;

        Assert.Equal(tested[from..Array.IndexOf(tested, "    }", from)].Select(line => line.Length > Indentation ? line[Indentation..] : ""), Blocks("csharp")[place]);
        Assert.Equal(string.Join('\n', Blocks("text")[place]), console.ToString().ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    public void Dispose()
    {
        _invariant.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string[][] Blocks(string language)
    {
        string[] lines = File.ReadAllLines(Beside(Path.Combine("..", "..", "..", "docs", "testing-with-replay.md")));
        List<string[]> blocks = [];
        for (int i = Array.IndexOf(lines, $"```{language}"); i >= 0; i = Array.IndexOf(lines, $"```{language}", i + 1))
        {
            blocks.Add(lines[(i + 1)..Array.IndexOf(lines, "```", i)]);
        }

        return [.. blocks];
    }

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);

    /// <summary>Replaces the network by the recording.</summary>
    private sealed class NoNetwork : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = new ReplayHandler(HydrometRecording.StormOfOctober2026());
        };
    }
}
