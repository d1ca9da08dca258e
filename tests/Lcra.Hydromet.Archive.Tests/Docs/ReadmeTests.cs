using System.Runtime.CompilerServices;
using Lcra.Hydromet.Archive.Tests.Support;
using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Archive.Tests.Docs;

[Collection(SharedStores.Name)]
public class ReadmeTests(ArchiveStores stores)
{
    private const string Readme = "lib/Lcra.Hydromet.Archive/README.md";

    [Fact]
    public void The_readmes_code_is_the_code_that_is_tested()
    {
        string[] shown = MarkdownBlock.Read(Readme, "csharp");

        Assert.Equal(
            [
                "using Lcra.Hydromet;",
                "using Lcra.Hydromet.Archive;",
                "",
                "using HydrometClient client = HydrometClient.Create();",
                "await using HydrometArchive archive = await HydrometArchive.OpenAsync(ArchiveOptions.ForFile(\"rain.db\"));",
                "",
            ],
            shown[..6]);
        Assert.Equal(Tested(), shown[6..]);
    }

    [Fact]
    public async Task The_readmes_code_prints_what_the_readme_says()
    {
        using HydrometClient client = Recorded.Client();
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        using StringWriter console = new();

        await ReadmeSample.RunAsync(client, archive, console);

        Assert.Equal(string.Join(Environment.NewLine, MarkdownBlock.Read(Readme, "text")), console.ToString().TrimEnd());
    }

    private static IEnumerable<string> Tested([CallerFilePath] string here = "")
    {
        string[] tested = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "ReadmeSample.cs"));
        int from = Array.FindIndex(tested, line => line.Contains("RunAsync(", StringComparison.Ordinal)) + 2;
        return tested[from..^2].Select(line => line.Length == 0 ? line : line[8..]);
    }
}
