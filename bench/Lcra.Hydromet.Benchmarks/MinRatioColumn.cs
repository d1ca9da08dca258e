using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Lcra.Hydromet.Benchmarks;

/// <summary>The minimum time as a multiple of the limit's minimum: other load only adds time.</summary>
internal sealed class MinRatioColumn : IColumn
{
    public string Id => nameof(MinRatioColumn);

    public string ColumnName => "Times the limit";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Baseline;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Minimum time divided by the limit's minimum time";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        BenchmarkCase? limit = summary.GetBaseline(summary.GetLogicalGroupKey(benchmarkCase));
        return summary[benchmarkCase]?.ResultStatistics is { } own && limit is not null && summary[limit]?.ResultStatistics is { } least
            ? (own.Min / least.Min).ToString("F2", CultureInfo.InvariantCulture)
            : "?";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
