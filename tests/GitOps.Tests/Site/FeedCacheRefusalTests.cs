using GitOps.Tests.Rendering;

namespace GitOps.Tests.Site;

/// <summary>What replicas see through a real nginx while LCRA refuses.</summary>
public sealed class FeedCacheRefusalTests : IAsyncLifetime
{
    private const string Sent = "Thu, 01 Jan 1970 01:00:00 GMT";
    private StubLcra _lcra = null!;
    private FeedCache _cache = null!;

    [KustomizeFact("nginx")]
    public async Task No_refusal_takes_the_place_of_the_last_good_response()
    {
        int[] statuses = [302, 400, 401, 403, 404, 408, 410, 418, 429, 500, 502, 503, 504];
        (string Path, int Status)[] refusals = [.. statuses.Select(status => ($"/media/Feed{status}.csv", status)), ("/media/Page.csv", 200), ("/api/GetSites", 200)];
        foreach ((string path, int _) in refusals)
        {
            Assert.Equal((200, "good"), ((await _cache.GetAsync(path)).Status, (await _cache.GetAsync(path)).Body));
        }

        foreach ((string path, int status) in refusals)
        {
            _lcra.Refuse(path, status);
        }

        foreach ((string path, int status) in refusals)
        {
            CachedResponse first = await _cache.GetUntilAsync(path, response => response.Cache != "HIT");
            CachedResponse second = await _cache.GetAsync(path);
            Assert.All([first, second], response => Assert.Equal(new CachedResponse(200, "good", "STALE", Sent, $"{status}", Sent, null), response));
        }

        _lcra.Serve("/media/Feed403.csv");
        Assert.Equal(new CachedResponse(200, "good", "EXPIRED", Sent, null, null, null), await _cache.GetAsync("/media/Feed403.csv"));
    }

    [KustomizeFact("nginx")]
    public async Task Without_a_last_good_response_a_refusal_has_its_own_status()
    {
        foreach ((int sent, int seen) in new[] { (401, 401), (403, 403), (404, 404), (408, 504), (410, 410), (429, 429), (500, 500), (503, 503), (504, 504), (302, 502), (418, 502) })
        {
            string path = $"/media/Cold{sent}.csv";
            _lcra.Refuse(path, sent);

            CachedResponse response = await _cache.GetAsync(path);

            Assert.Equal((seen, "MISS", $"{sent}", Sent), (response.Status, response.Cache, response.Refusal, response.RefusalDate));
        }
    }

    [KustomizeTheory]
    [InlineData("429", 429, "900")]
    [InlineData("503", 503, "120")]
    [InlineData("Longer than a cycle", 429, "86400")]
    [InlineData("A date", 503, "Fri, 31 Dec 2100 23:59:59 GMT")]
    public async Task Three_replicas_under_Retry_After_cause_one_probe_and_are_told_how_long_to_wait(string name, int status, string retryAfter)
    {
        string path = $"/media/{name.Replace(" ", "", StringComparison.Ordinal)}.csv";
        await _cache.GetAsync(path);
        _lcra.Refuse(path, status, retryAfter);
        await _cache.GetUntilAsync(path, response => response.Cache != "HIT");

        CachedResponse[] together = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _cache.GetAsync(path)));
        CachedResponse alone = await _cache.GetAsync(path);

        // While one of them looks whether the wait is over, the others get the last good response at once.
        CachedResponse told = new(200, "good", "STALE", Sent, $"{status}", Sent, retryAfter);
        Assert.All(together, response => Assert.Contains(response, new[] { told, new CachedResponse(200, "good", "UPDATING", Sent, null, null, null) }));
        Assert.Contains(told, together);
        Assert.Equal((told, 2), (alone, _lcra.Requests(path)));
    }

    [KustomizeFact("nginx")]
    public async Task Without_a_last_good_response_too_LCRA_is_asked_once_and_the_refusal_is_passed_on()
    {
        _lcra.Refuse("/media/Cold.csv", 429, "900");

        CachedResponse[] responses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _cache.GetAsync("/media/Cold.csv")));

        Assert.All(responses, response => Assert.Equal((429, "900"), (response.Status, response.RetryAfter)));
        Assert.Equal(1, _lcra.Requests("/media/Cold.csv"));
    }

    [KustomizeFact("nginx")]
    public async Task After_the_wait_LCRA_is_asked_again_and_another_feed_was_asked_for_all_the_time()
    {
        _lcra.Refuse("/media/Soon.csv", 503, "1");

        CachedResponse refused = await _cache.GetAsync("/media/Soon.csv");
        CachedResponse other = await _cache.GetAsync("/media/Other.csv");
        _lcra.Serve("/media/Soon.csv");
        CachedResponse served = await _cache.GetUntilAsync("/media/Soon.csv", response => response.Status == 200);

        Assert.Equal((503, "1", 200, "good"), (refused.Status, refused.RetryAfter, other.Status, served.Body));
        Assert.Equal(2, _lcra.Requests("/media/Soon.csv"));
    }

    public async Task InitializeAsync()
    {
        _lcra = await StubLcra.StartAsync();
        _cache = await FeedCache.StartAsync(_lcra.Address.Authority);
    }

    public async Task DisposeAsync()
    {
        await _cache.DisposeAsync();
        await _lcra.DisposeAsync();
    }
}
