using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Lcra.Hydromet.Benchmarks;

[MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class SeriesBenchmarks
{
    private const int ThirtyFourYears = 1_100_000;
    private static readonly DateTimeOffset Start = new(1992, 1, 1, 0, 0, 0, TimeSpan.FromHours(-6));
    private readonly AccumulatedRainfall[] _readings =
        [.. Enumerable.Range(0, ThirtyFourYears).Select(reading => new AccumulatedRainfall(Start.AddMinutes(15d * reading), reading / 100 * 0.01m))];

    private readonly RainfallSeries _series;
    private readonly long[] _ticks;

    public SeriesBenchmarks()
    {
        _series = RainfallSeries.FromAccumulatedRainfall(_readings);
        _ticks = [.. _readings.Select(reading => reading.At.UtcTicks)];
    }

    [Benchmark(Baseline = true, Description = "the readings copied"), BenchmarkCategory("series of 1.1 M readings")]
    public int CopyLimit() => ((AccumulatedRainfall[])_readings.Clone()).Length;

    [Benchmark(Description = "built"), BenchmarkCategory("series of 1.1 M readings")]
    public RainfallSeries Build() => RainfallSeries.FromAccumulatedRainfall(_readings);

    [Benchmark(Baseline = true, Description = "two binary searches in ticks"), BenchmarkCategory("window")]
    public int SearchLimit() => Array.BinarySearch(_ticks, Start.AddDays(5000).UtcTicks) + Array.BinarySearch(_ticks, Start.AddDays(5030).UtcTicks);

    [Benchmark(Description = "total of 30 days"), BenchmarkCategory("window")]
    public SeriesTotal Window() => _series.Total(Start.AddDays(5000), Start.AddDays(5030));
}
