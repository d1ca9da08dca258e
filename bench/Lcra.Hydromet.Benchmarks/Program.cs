using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lcra.Hydromet.Benchmarks;
using Perfolizer.Horology;

// Runs every benchmark and prints Markdown tables and the verdict. The optional argument is the time of the peer's join in microseconds.
double? peerMicroseconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : null;
Type[] all = [typeof(FeedBenchmarks), typeof(ReportBenchmarks), typeof(SeriesBenchmarks), typeof(ExportBenchmarks)];
ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(20).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(100)))
    .AddColumn(CategoriesColumn.Default, TargetMethodColumn.Method, StatisticColumn.Min, new MinRatioColumn())
    .AddColumnProvider(DefaultColumnProviders.Metrics)
    .AddLogger(NullLogger.Instance)
    .WithOptions(ConfigOptions.DisableLogFile)
    .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));

double report = double.NaN;
foreach (Type type in all)
{
    Summary summary = BenchmarkRunner.Run(type, config);
    Console.WriteLine($"\n### {type.Name}\n");
    MarkdownExporter.GitHub.ExportToLog(summary, new TableLogger());
    if (type == typeof(ReportBenchmarks))
    {
        report = Least(summary, nameof(ReportBenchmarks.Report));
    }
}

Console.WriteLine("\n### Growth\n");
double slope = Growth.Run();
(long allocated, long kept) = Sizes.OfAReport();
Verdict verdict = new();
if (peerMicroseconds is { } peer)
{
    verdict.AtLeast("three feeds read and joined, times faster than the peer's join of two", peer * 1000 / report, 15);
}

verdict.AtMost(string.Create(CultureInfo.InvariantCulture, $"bytes allocated, times those of the report ({allocated:N0} and {kept:N0})"), (double)allocated / kept, 2);
verdict.AtMost("exponent of the growth of time with rows", slope, 1.2);
return verdict.Print();

static double Least(Summary summary, string method) =>
    summary.Reports.First(report => string.Equals(report.BenchmarkCase.Descriptor.WorkloadMethod.Name, method, StringComparison.Ordinal)).ResultStatistics?.Min ?? double.NaN;
