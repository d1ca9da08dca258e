using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

public sealed class ConditionalRequestTests : IAsyncLifetime
{
    private const string Tag = "ETag: \"7\"";
    private const string Modified = "Last-Modified: Fri, 02 Oct 2026 12:00:00 GMT";
    private readonly LoopbackFeeds _lcra = new();
    private readonly HttpClient _http = new();
    private readonly FakeTimeProvider _clock = new(TestReports.Morning);
    private readonly HydrometClient _client;

    public ConditionalRequestTests() => _client = new HydrometClient(_http, new HydrometClientOptions { BaseAddress = _lcra.Address }, _clock);

    [Theory]
    [InlineData(Tag)]
    [InlineData(Modified)]
    public async Task A_feed_that_has_not_changed_keeps_its_rows_with_a_new_fetch_time(string validator)
    {
        _lcra.Validator = validator;
        RainfallReport earlier = await _client.GetRainfallAsync(RainfallScope.CsvFeeds);
        _clock.Advance(TimeSpan.FromMinutes(15));

        RainfallReport report = await _client.RefreshRainfallAsync(earlier);

        RainfallTotal total = report.Total("3018", RainfallPeriod.TwentyFourHours);
        Assert.Equal((2.81m, TestReports.Morning.AddMinutes(15), false), (total.Inches, total.Source.FetchedAt, total.Source.RefreshFailed));
        Assert.Equal((3, 3), (_lcra.Downloads.Values.Sum(), _lcra.Unchanged.Values.Sum()));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        _lcra.Validator = Tag;
        RainfallReport earlier = await _client.GetRainfallAsync(RainfallScope.CsvFeeds);

        RainfallReport report = await _client.RefreshRainfallAsync(earlier);

        Assert.Same(earlier.FeedSet.Recent!.Rows, report.FeedSet.Recent!.Rows);
    }

    [Fact]
    public async Task What_is_confirmed_once_can_be_confirmed_again()
    {
        _lcra.Validator = Tag;
        SiteReport report = await _client.RefreshSitesAsync(await _client.RefreshSitesAsync(await _client.GetSitesAsync()));

        Assert.NotEmpty(report.Sites);
        Assert.Equal((1, 2), (_lcra.Downloads.Values.Sum(), _lcra.Unchanged.Values.Sum()));
    }

    [Fact]
    public async Task A_feed_that_has_changed_is_read()
    {
        _lcra.Validator = Tag;
        RainfallReport earlier = await _client.GetRainfallAsync(RainfallScope.CsvFeeds);
        _lcra.Validator = "ETag: \"8\"";

        RainfallReport report = await _client.RefreshRainfallAsync(earlier);

        Assert.NotSame(earlier.FeedSet.Recent!.Rows, report.FeedSet.Recent!.Rows);
        Assert.Equal(6, _lcra.Downloads.Values.Sum());
    }

    [Fact]
    public async Task A_feed_without_a_mark_is_requested_without_a_condition()
    {
        await _client.RefreshRainfallAsync(await _client.GetRainfallAsync(RainfallScope.CsvFeeds));

        Assert.DoesNotContain("\nIf-", _lcra.LastRequest, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(6, _lcra.Downloads.Values.Sum());
    }

    [Theory]
    [InlineData(256, 3)]
    [InlineData(257, 6)]
    public async Task A_mark_that_is_too_long_is_not_sent_back(int length, int downloads)
    {
        _lcra.Validator = $"ETag: \"{new string('7', length - 2)}\"";

        await _client.RefreshRainfallAsync(await _client.GetRainfallAsync(RainfallScope.CsvFeeds));

        Assert.Equal(downloads, _lcra.Downloads.Values.Sum());
    }

    [Fact]
    public async Task A_cache_asks_only_for_what_has_changed()
    {
        _lcra.Validator = Tag;
        using HydrometCache cache = new(_client, new HydrometCacheOptions { RefreshJitter = TimeSpan.Zero }, _clock);
        await cache.GetSitesAsync();
        await cache.GetLakeLevelsAsync();
        _clock.Advance(TimeSpan.FromMinutes(15));

        await cache.GetSitesAsync();
        await cache.GetLakeLevelsAsync();

        Assert.Equal((2, 2), (_lcra.Downloads.Values.Sum(), _lcra.Unchanged.Values.Sum()));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _lcra.DisposeAsync();
    }
}
