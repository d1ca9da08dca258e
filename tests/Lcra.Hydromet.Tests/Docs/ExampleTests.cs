using System.Collections.Immutable;
using System.Xml.Linq;
using Lcra.Hydromet.Replay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The examples in the XML documentation, as it is packed, compile.</summary>
public class ExampleTests
{
    private const string Usings = "using System; using System.IO; using System.Linq; using System.Net.Http; using System.Text.Json; using System.Threading; using System.Threading.Tasks; using Lcra.Hydromet; using Lcra.Hydromet.Replay; using Microsoft.Extensions.DependencyInjection;";

    // What an example may use without a word; fields, so that it can have a variable of the same name.
    private const string Known = "static HydrometClient client = null!; static IServiceCollection services = null!; static RainfallReport report = null!; static DateTimeOffset start; static DateOnly first; static DateOnly last; static CancellationToken cancellationToken; static Stream file = null!;";

    private static readonly string[] MainEntries =
    [
        $"M:{typeof(HydrometClient)}.{nameof(HydrometClient.Create)}(",
        $"M:{typeof(IHydrometClient)}.{nameof(IHydrometClient.GetRainfallAsync)}(",
        $"M:{typeof(IHydrometClient)}.{nameof(IHydrometClient.GetSitesAsync)}(",
        $"M:{typeof(IHydrometClient)}.{nameof(IHydrometClient.GetLakeLevelsAsync)}(",
        $"M:{typeof(IHydrometClient)}.{nameof(IHydrometClient.GetHistoryAsync)}(",
        $"M:{typeof(IHydrometClient)}.{nameof(IHydrometClient.GetDailyRainfallAsync)}(",
        $"M:{typeof(IHydrometClient)}.{nameof(IHydrometClient.GetAccumulatedRainfallAsync)}(",
        $"M:{typeof(HydrometClientExtensions)}.{nameof(HydrometClientExtensions.GetRainfallTotalAsync)}(",
        $"M:{typeof(HydrometHistoryExtensions)}.{nameof(HydrometHistoryExtensions.GetStreamReadingsAsync)}(",
        $"M:{typeof(RainfallSeries)}.{nameof(RainfallSeries.FromDailyTotalsAsync)}(",
        $"M:{typeof(RainfallReportAreaExtensions)}.{nameof(RainfallReportAreaExtensions.Nearest)}(",
        $"M:{typeof(HydrometServiceCollectionExtensions)}.{nameof(HydrometServiceCollectionExtensions.AddHydrometClient)}(",
        $"M:{typeof(HydrometCacheServiceCollectionExtensions)}.{nameof(HydrometCacheServiceCollectionExtensions.AddHydrometCache)}(",
        $"M:{typeof(HydrometHealthChecksBuilderExtensions)}.{nameof(HydrometHealthChecksBuilderExtensions.AddHydrometHealthCheck)}(",
        $"M:{typeof(HydrometDoctor)}.{nameof(HydrometDoctor.CheckAsync)}(",
        $"T:{typeof(HydrometCache)}",
        $"T:{typeof(HydrometWatcher)}",
        $"T:{typeof(HydrometJsonContext)}",
        $"T:{typeof(HydrometRecording)}",
        $"M:{typeof(HydrometReplayBuilderExtensions)}.{nameof(HydrometReplayBuilderExtensions.UseReplay)}(",
    ];

    [Fact]
    public void Every_main_entry_has_an_example()
    {
        string[] documented = [.. Examples().Select(example => example.Member)];

        Assert.DoesNotContain(MainEntries, entry => !documented.Any(member => member.StartsWith(entry, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_example_compiles()
    {
        MetadataReference[] references =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
        ];
        SyntaxTree[] sources = [.. Examples().Select((example, index) => CSharpSyntaxTree.ParseText(
            $"{Usings} static class Example{index} {{ {Known} static async Task RunAsync() {{ await Task.Yield();\n{example.Code}\n}} }}", path: example.Member))];
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

        ImmutableArray<Diagnostic> diagnostics = CSharpCompilation.Create("Examples", sources, references, options).GetDiagnostics();
        Assert.Equal([], diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
    }

    private static IEnumerable<(string Member, string Code)> Examples() =>
        from library in new[] { typeof(HydrometClient), typeof(HydrometRecording) }
        from member in XDocument.Load(Path.ChangeExtension(library.Assembly.Location, ".xml")).Descendants("member")
        from example in member.Elements("example")
        select (member.Attribute("name")!.Value, example.Element("code")!.Value);
}
