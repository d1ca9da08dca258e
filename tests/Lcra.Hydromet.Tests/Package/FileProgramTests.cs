using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Tests.Package;

/// <summary>The programs of one file in the documentation, run with the packages.</summary>
[Trait("Category", "Nightly")]
[Trait("Starts", "Sdk")]
public sealed class FileProgramTests(PackedLibraries packed) : IClassFixture<PackedLibraries>
{
    private const string Recipes = "docs/recipes.md";

    [Fact]
    public async Task The_quick_start_reads_the_rain() =>
        Assert.Equal(MarkdownBlock.Read("docs/quick-start.md", "text").Single(), await packed.RunFileAsync(MarkdownBlock.Read("docs/quick-start.md", "csharp")));

    [Fact]
    public async Task The_web_api_responds_with_a_total()
    {
        string[] program = MarkdownBlock.Read(Recipes, "cs");
        program[Array.IndexOf(program, "app.Run();")] = """
            app.Urls.Add("http://127.0.0.1:0");
            await app.StartAsync();
            using HttpClient visitor = new() { BaseAddress = new Uri(app.Urls.Single()) };
            Console.WriteLine(await visitor.GetStringAsync("/rain/3018"));
            Console.WriteLine((await visitor.GetAsync("/rain/1")).StatusCode);
            await app.StopAsync();
            """;

        string output = await packed.RunFileAsync(program);

        Assert.Contains("\"inches\":2.81,", output, StringComparison.Ordinal);
        Assert.Contains("NotFound", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_warns_of_the_storm()
    {
        string[] lines = await File.ReadAllLinesAsync(MarkdownBlock.PathOf(Recipes));
        int from = Array.IndexOf(lines, "#:sdk Microsoft.NET.Sdk.Worker");
        string[] program = lines[from..Array.IndexOf(lines, "```", from)];
        int warning = Array.FindIndex(program, line => line.Contains("LogWarning", StringComparison.Ordinal));
        program[warning] = "if (change.Kind == RainfallChangeKind.ThresholdCrossed) { Console.WriteLine(change); Environment.Exit(0); }";

        Assert.Contains("over 2.00 in, 2.81 in over the last 24 hours", await packed.RunFileAsync(program), StringComparison.Ordinal);
    }
}
