using System.Diagnostics;
using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Archive;

/// <summary>A visitor who requests histories of one gauge after the other over eight connections.</summary>
public sealed class HostileVisitorTests : IDisposable
{
    private const int Connections = 8;
    private const int Addresses = 160;
    private readonly SiteFixture _site = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-hostile-");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_whole_site_sends_no_more_than_one_request_a_second_and_two_at_once(bool hasArchive)
    {
        if (hasArchive)
        {
            _site.With("Archive:ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "rain.db")}").With("Archive:Fill", "true");
        }

        Stopwatch elapsed = Stopwatch.StartNew();
        await _site.GetStringAsync("/lakes");
        int feeds = _site.Feeds.FeedRequests;
        string[] gauges = [.. (await _site.GetStringAsync("/gauges.csv")).Split('\n').Skip(1).Select(line => line.Split(',')[0]).Where(site => site.StartsWith("LCRA_", StringComparison.Ordinal)).Select(site => site[5..])];
        Assert.True(gauges.Length > Addresses / 4);
        await Parallel.ForEachAsync(Enumerable.Range(0, Addresses), new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (number, _) =>
        {
            using HttpResponseMessage response = await _site.GetAsync(Address(gauges[number % gauges.Length], number));
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NotFound, $"{response.StatusCode} {response.RequestMessage!.RequestUri}");
        });

        (int requests, int atOnce) = _site.Feeds.Histories;
        Assert.Equal(feeds, _site.Feeds.FeedRequests);
        Assert.InRange(requests, 0, hasArchive ? 2 + (int)Math.Ceiling(elapsed.Elapsed.TotalSeconds) : 0);
        Assert.InRange(atOnce, 0, 2);
    }

    public void Dispose()
    {
        _site.Dispose();
        _folder.Delete(recursive: true);
    }

    // Each span is another one, so that nothing is cached or queued already.
    private static string Address(string gauge, int number)
    {
        string first = new DateOnly(2020, 1, 1).AddDays(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (number % 5) switch
        {
            0 => $"/sites/{gauge}?from={first}&to=2020-12-31",
            1 => $"/sites/{gauge}?start={first}T06:00&end={first}T18:00&compare=year",
            2 => $"/api/history/{gauge}/daily?from={first}&to=2026-10-01",
            3 => $"/api/climate/{gauge}",
            _ => $"/?site={gauge}&period=1_day_ago",
        };
    }
}
