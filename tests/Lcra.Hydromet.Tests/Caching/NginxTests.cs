using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

/// <summary>Clients behind a real nginx with the configuration that the deployment ships.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private const string Gone = "STALE";
    private static readonly string[] CsvFeeds = ["media/Rainfall.csv", "media/Rain5Day.csv", "media/RainMonthYear.csv"];
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new();
    private readonly LoopbackFeeds _lcra = new() { Date = WholeSecond(TimeProvider.System.GetUtcNow().AddMinutes(-10)) };
    private NginxCache? _nginx;

    [ToolFact("nginx")]
    public async Task Four_clients_cause_one_download_of_each_feed()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address);
        HydrometCache[] caches = [.. Enumerable.Range(0, 4).Select(_ => new HydrometCache(Client()))];

        RainfallReport[] reports = await Task.WhenAll(caches.Select(cache => cache.GetRainfallAsync().AsTask()));

        Array.ForEach(caches, cache => cache.Dispose());
        Assert.All(reports, report => Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches));
        Assert.Equal(
            ["api/GetDataForAllSites 1", "media/Rain5Day.csv 1", "media/RainMonthYear.csv 1", "media/Rainfall.csv 1"],
            _lcra.Downloads.Select(path => $"{path.Key} {path.Value}").Order(StringComparer.Ordinal));
    }

    [ToolFact("nginx")]
    public async Task A_response_from_the_cache_is_as_old_as_its_download_from_lcra()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address);
        await Client().GetRainfallAsync(RainfallScope.CsvFeeds);

        RainfallTotal total = (await Client().GetRainfallAsync(RainfallScope.CsvFeeds)).Total("3018", RainfallPeriod.TwentyFourHours);

        Assert.Equal((_lcra.Date, false), (total.Source.FetchedAt, total.Source.RefreshFailed));
    }

    [ToolFact("nginx")]
    public async Task While_lcra_is_down_a_new_client_gets_the_last_good_response_with_its_true_age()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address, validity: "1s");
        await Client().GetRainfallAsync(RainfallScope.CsvFeeds);
        _lcra.IsDown = true;
        await UntilStaleAsync(CsvFeeds);

        RainfallReport report = await Client().GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.All(report.Feeds, feed => Assert.Equal(_lcra.Date, feed.FetchedAt));
        Assert.All(report.Feeds, feed => Assert.Equal((HydrometFailureKind.HttpError, HttpStatusCode.ServiceUnavailable), (feed.Failure!.Kind, feed.Failure.StatusCode)));
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
    }

    [ToolFact("nginx")]
    public async Task Three_replicas_under_Retry_After_cause_one_probe_of_each_feed_and_ask_no_sooner()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address, validity: "1s");
        await Client().GetRainfallAsync();
        _lcra.Date = WholeSecond(TimeProvider.System.GetUtcNow());
        _lcra.RetryAfter = 900;
        _lcra.Downloads.Clear();
        await UntilStaleAsync([.. CsvFeeds, HydrometFeed.AllSites.Path]);
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        HydrometCache[] replicas = [.. Enumerable.Range(0, 3).Select(_ => new HydrometCache(Client(clock), new HydrometCacheOptions(), clock))];

        for (int minute = 0; minute < 14; minute++, clock.Advance(TimeSpan.FromMinutes(1)))
        {
            await Task.WhenAll(replicas.Select(replica => replica.GetRainfallAsync().AsTask()));
        }

        // A response that another replica's request updates at its moment has no refusal.
        HydrometException[] refusals = [.. replicas.SelectMany(replica => replica.CurrentRainfall!.Feeds).Select(feed => feed.Failure).OfType<HydrometException>()];
        Assert.NotEmpty(refusals);
        Assert.All(refusals, refusal => Assert.Equal((HydrometFailureKind.HttpError, HttpStatusCode.TooManyRequests), (refusal.Kind, refusal.StatusCode)));
        Assert.All(
            replicas.Where(replica => replica.CurrentRainfall!.Feeds.All(feed => feed.Failure is not null)),
            replica => Assert.InRange(replica.RainfallStatus.NextRefreshAt!.Value, _lcra.Date.AddSeconds(900), DateTimeOffset.MaxValue));
        Array.ForEach(replicas, replica => replica.Dispose());
        Assert.All(_lcra.Downloads, path => Assert.Equal(1, path.Value));
    }

    [ToolFact("nginx")]
    public async Task While_nginx_is_gone_a_client_keeps_its_own_last_answer()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address);
        HydrometClient client = Client();
        RainfallReport earlier = await client.GetRainfallAsync(RainfallScope.CsvFeeds);
        await _nginx.KillAsync();

        RainfallTotal total = (await client.RefreshRainfallAsync(earlier)).Total("3018", RainfallPeriod.TwentyFourHours);

        Assert.Equal((2.81m, _lcra.Date, true), (total.Inches, total.Source.FetchedAt, total.Source.RefreshFailed));
    }

    [ToolFact("nginx")]
    public async Task When_nginx_is_back_it_still_has_the_responses_of_before()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address);
        await Client().GetRainfallAsync(RainfallScope.CsvFeeds);
        await _nginx.KillAsync();
        _lcra.IsDown = true;
        await _nginx.StartAsync();

        RainfallTotal total = (await Client().GetRainfallAsync(RainfallScope.CsvFeeds)).Total("3018", RainfallPeriod.TwentyFourHours);

        Assert.Equal((2.81m, _lcra.Date), (total.Inches, total.Source.FetchedAt));
    }

    [ToolFact("nginx")]
    public async Task A_feed_that_has_not_changed_is_not_sent_again_and_grows_no_younger()
    {
        _lcra.Validator = "ETag: \"7\"";
        _nginx = await NginxCache.StartAsync(_lcra.Address);
        HydrometClient client = Client();
        RainfallReport earlier = await client.GetRainfallAsync(RainfallScope.CsvFeeds);

        RainfallReport report = await client.RefreshRainfallAsync(earlier);

        Assert.Same(earlier.FeedSet.Recent!.Rows, report.FeedSet.Recent!.Rows);
        Assert.Equal((_lcra.Date, 3), (report.Feeds[0].FetchedAt, _lcra.Downloads.Values.Sum()));
    }

    [ToolFact("nginx")]
    public async Task Every_response_says_what_the_cache_did_and_when_lcra_sent_it()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address);

        string[] answers = [await HeadersAsync("media/Rainfall.csv"), await HeadersAsync("media/Rainfall.csv?again=1")];

        Assert.Equal([$"MISS {_lcra.Date:r}", $"HIT {_lcra.Date:r}"], answers);
    }

    [ToolFact("nginx")]
    public async Task Nothing_of_the_caller_reaches_lcra_and_no_cookie_comes_back()
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address);
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(_nginx.Address, "media/Rainfall.csv?who=me"));
        request.Headers.Add("Cookie", "who=me");
        request.Headers.Add("Authorization", "Basic bWU6bWU=");
        request.Headers.Add("X-Forwarded-For", "10.1.2.3");

        using HttpResponseMessage response = await _http.SendAsync(request);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("GET /media/Rainfall.csv HTTP/1.1", _lcra.LastRequest.Split('\n')[0]);
        Assert.Equal(
            ["Accept-Encoding", "Host"],
            _lcra.LastRequest.Split('\n')[1..].Select(header => header.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [ToolTheory("nginx")]
    [InlineData("GET", "healthz", HttpStatusCode.OK)]
    [InlineData("HEAD", "media/Rainfall.csv", HttpStatusCode.OK)]
    [InlineData("POST", "media/Rainfall.csv", HttpStatusCode.Forbidden)]
    [InlineData("GET", "", HttpStatusCode.NotFound)]
    [InlineData("GET", "media/secret.txt", HttpStatusCode.NotFound)]
    [InlineData("GET", "media/..%2f..%2fetc/passwd", HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/a%20b", HttpStatusCode.NotFound)]
    public async Task Only_feeds_are_served_and_only_read(string method, string path, HttpStatusCode status)
    {
        _nginx = await NginxCache.StartAsync(_lcra.Address);
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(_nginx.Address, path));

        using HttpResponseMessage response = await _http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(path == "media/Rainfall.csv" && method == "HEAD" ? 1 : 0, _lcra.Downloads.Count);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _http.Dispose();
        if (_nginx is not null)
        {
            await _nginx.DisposeAsync();
        }

        await _lcra.DisposeAsync();
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private HydrometClient Client(TimeProvider? clock = null) => new(_http, new HydrometClientOptions { BaseAddress = _nginx!.Address }, clock ?? TimeProvider.System);

    private async Task UntilStaleAsync(string[] paths)
    {
        using CancellationTokenSource patience = new(WaitTimeout);
        foreach (string path in paths)
        {
            while (!(await HeadersAsync(path)).StartsWith(Gone, StringComparison.Ordinal))
            {
                patience.Token.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<string> HeadersAsync(string path)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(_nginx!.Address, path));
        return $"{response.Headers.GetValues("X-Cache-Status").Single()} {response.Headers.GetValues("X-Upstream-Date").Single()}";
    }
}
