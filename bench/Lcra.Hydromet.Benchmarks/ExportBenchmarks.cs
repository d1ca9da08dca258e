using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Lcra.Hydromet.Benchmarks;

/// <summary>Every total of every gauge (246 x 15), computed and written; the limit copies the output.</summary>
[MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class ExportBenchmarks
{
    private readonly RainfallReport _report = Recorded.Report();
    private byte[] _csv = [];
    private byte[] _lines = [];

    private IEnumerable<RainfallTotal> Totals => _report.Gauges.SelectMany(gauge => gauge.Totals);

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        using MemoryStream csv = new();
        await RainfallExport.WriteCsvAsync(csv, Totals);
        _csv = csv.ToArray();
        using MemoryStream lines = new();
        await RainfallExport.WriteJsonLinesAsync(lines, Totals);
        _lines = lines.ToArray();
    }

    [Benchmark(Baseline = true, Description = "the bytes copied"), BenchmarkCategory("CSV")]
    public int CsvLimit() => ((byte[])_csv.Clone()).Length;

    [Benchmark(Description = "the totals made, not written"), BenchmarkCategory("CSV")]
    public int Totalled() => Totals.Count(total => total.Inches > 0);

    [Benchmark(Description = "written"), BenchmarkCategory("CSV")]
    public Task CsvAsync() => RainfallExport.WriteCsvAsync(Stream.Null, Totals);

    [Benchmark(Baseline = true, Description = "the bytes copied"), BenchmarkCategory("JSON Lines")]
    public int LinesLimit() => ((byte[])_lines.Clone()).Length;

    [Benchmark(Description = "written"), BenchmarkCategory("JSON Lines")]
    public Task LinesAsync() => RainfallExport.WriteJsonLinesAsync(Stream.Null, Totals);
}
