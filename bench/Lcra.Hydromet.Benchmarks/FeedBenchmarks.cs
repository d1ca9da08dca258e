using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Lakes.Internal;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet.Benchmarks;

[MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class FeedBenchmarks
{
    [Benchmark(Baseline = true, Description = "CsvHelper pass"), BenchmarkCategory("Rainfall.csv")]
    public int RecentLimit() => Limits.Csv(Recorded.Rainfall);

    [Benchmark(Description = "read"), BenchmarkCategory("Rainfall.csv")]
    public object Recent() => FeedReader.Read(RainfallFeeds.Recent, Recorded.Rainfall, Recorded.Storm.RecordedAt);

    [Benchmark(Baseline = true, Description = "CsvHelper pass"), BenchmarkCategory("Rain5Day.csv")]
    public int FiveDayLimit() => Limits.Csv(Recorded.FiveDay);

    [Benchmark(Description = "read"), BenchmarkCategory("Rain5Day.csv")]
    public object FiveDay() => FeedReader.Read(RainfallFeeds.FiveDay, Recorded.FiveDay, Recorded.Storm.RecordedAt);

    [Benchmark(Baseline = true, Description = "CsvHelper pass"), BenchmarkCategory("RainMonthYear.csv")]
    public int MonthYearLimit() => Limits.Csv(Recorded.MonthYear);

    [Benchmark(Description = "read"), BenchmarkCategory("RainMonthYear.csv")]
    public object MonthYear() => FeedReader.Read(RainfallFeeds.MonthYear, Recorded.MonthYear, Recorded.Storm.RecordedAt);

    [Benchmark(Baseline = true, Description = "CsvHelper pass"), BenchmarkCategory("LakeLevel.csv")]
    public int LakesLimit() => Limits.Csv(Recorded.Lakes);

    [Benchmark(Description = "read"), BenchmarkCategory("LakeLevel.csv")]
    public LakeReport Lakes() => LakeFeed.ToReport(FeedReader.Read(LakeFeed.Definition, Recorded.Lakes, Recorded.Storm.RecordedAt), failure: null);

    [Benchmark(Baseline = true, Description = "Utf8JsonReader pass"), BenchmarkCategory("GetDataForAllSites")]
    public int SitesLimit() => Limits.Json(Recorded.Sites);

    [Benchmark(Description = "read"), BenchmarkCategory("GetDataForAllSites")]
    public SiteReport Sites() => SiteFeed.Read(Recorded.Sites, Recorded.Storm.RecordedAt);
}
