using BenchmarkDotNet.Attributes;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet.Benchmarks;

[MemoryDiagnoser]
public class ReportBenchmarks
{
    private static readonly string[] Headers = System.Text.Encoding.UTF8.GetString(Recorded.FiveDay).Split("\r\n")[0].Split(',');
    private readonly RainfallFeedSet _feeds = Recorded.Report().FeedSet;
    private readonly SiteReport _sites = SiteFeed.Read(Recorded.Sites, Recorded.Storm.RecordedAt);
    private readonly RainfallFeedSet _joined;
    private readonly RainfallGauge[] _gauges;
    private readonly RainfallGauge[] _consistent;
    private HttpClient _http = null!;
    private HydrometClient _client = null!;

    public ReportBenchmarks()
    {
        _joined = _feeds.With(new SitesResult(_sites, Failure: null));
        _gauges = [.. new RainfallReport(_joined).Gauges];
        _consistent = Array.FindAll(_gauges, gauge => gauge.Totals.All(total => total.Conflicts.Count == 0));
    }

    [GlobalSetup]
    public void SetUp()
    {
        _http = new HttpClient(new ReplayHandler(Recorded.Storm));
        _client = new HydrometClient(_http);
    }

    [GlobalCleanup]
    public void CleanUp() => _http.Dispose();

    [Benchmark(Baseline = true, Description = "CsvHelper pass over the three feeds")]
    public int Limit() => Limits.Csv(Recorded.Rainfall) + Limits.Csv(Recorded.FiveDay) + Limits.Csv(Recorded.MonthYear);

    [Benchmark(Description = "three feeds read and joined (3 x 246 gauges)")]
    public RainfallReport Report() => Recorded.Report();

    [Benchmark(Description = "the join alone")]
    public RainfallReport Join() => new(_feeds);

    [Benchmark(Description = "the join with the all-sites response")]
    public RainfallReport JoinSites() => new(_feeds.With(new SitesResult(_sites, Failure: null)));

    [Benchmark(Description = "conflicts of all 335 gauges")]
    public int Conflicts() => Count(_gauges);

    [Benchmark(Description = "conflicts of the gauges that have none")]
    public int NoConflicts() => Count(_consistent);

    [Benchmark(Description = "column names of one header normalized")]
    public int Normalise() => Headers.Sum(header => ColumnName.Normalize(header).Length);

    [Benchmark(Description = "whole report through HttpClient")]
    public Task<RainfallReport> ThroughHttpAsync() => _client.GetRainfallAsync(RainfallScope.CsvFeeds);

    private int Count(RainfallGauge[] gauges) =>
        gauges.Count(gauge => GaugeConflicts.Find(gauge.Site, _joined, gauge.Rows, gauge.Reading).Of(RainfallPeriod.ThisMonth).Conflicts.Count > 0);
}
