using System.Net;
using System.Net.Http.Headers;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

public sealed class HydrometCacheTests : IDisposable
{
    private static readonly TimeSpan Cycle = TimeSpan.FromMinutes(15);
    private readonly CacheFixture _kept = new();

    private HydrometCache Cache => _kept.Cache;

    [Fact]
    public async Task Until_new_files_are_due_everybody_shares_one_report()
    {
        RainfallReport first = await Cache.GetRainfallAsync();
        RainfallReport second = await _kept.After(TimeSpan.FromMinutes(13)).Cache.GetRainfallAsync();

        Assert.Same(first, second);
        Assert.Equal(4, _kept.Feeds.Requested.Count);
    }

    [Fact]
    public async Task Whoever_asks_when_new_files_are_due_gets_them()
    {
        await Cache.GetRainfallAsync();

        RainfallReport report = await _kept.After(TimeSpan.FromMinutes(14)).Cache.GetRainfallAsync();

        Assert.Equal(TestReports.Morning.AddMinutes(14), report.Total("3018", RainfallPeriod.TwentyFourHours).Source.FetchedAt);
        Assert.Equal(8, _kept.Feeds.Requested.Count);
    }

    [Fact]
    public async Task The_report_is_joined_with_the_all_sites_answer()
    {
        RainfallReport report = await Cache.GetRainfallAsync();

        Assert.Contains(report.Gauges, gauge => gauge.Site.Latitude is not null);
        Assert.Same(Cache.CurrentSites, await Cache.GetSitesAsync());
        Assert.Equal(4, _kept.Feeds.Requested.Count);
    }

    [Fact]
    public async Task Without_the_all_sites_response_the_three_feeds_stand_alone()
    {
        _kept.Feeds.With(HydrometFeed.AllSites, HttpStatusCode.BadGateway);

        RainfallReport report = await Cache.GetRainfallAsync();

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Null(Cache.CurrentSites);
    }

    [Fact]
    public async Task A_feed_that_becomes_due_while_another_is_downloaded_is_requested_within_a_second()
    {
        using CacheFixture kept = new(options => options.RefreshInterval = TimeSpan.FromSeconds(1));
        await kept.Cache.GetRainfallAsync();
        kept.Feeds.With(HydrometFeed.AllSites, HttpStatusCode.BadGateway).With(HydrometFeed.Rainfall, async token =>
        {
            // The all-sites response has failed when this one ends three seconds later.
            await kept.Cache.GetSitesAsync(token);
            kept.Clock.Advance(TimeSpan.FromSeconds(3));
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        });
        await kept.After(TimeSpan.FromSeconds(1)).Cache.GetRainfallAsync();
        kept.Feeds.With(HydrometFeed.AllSites, "plain").With(HydrometFeed.Rainfall, "plain");

        RainfallReport report = await kept.After(TimeSpan.FromSeconds(1)).Cache.GetRainfallAsync();

        Assert.Equal(kept.Clock.GetUtcNow(), report.Total("3018", RainfallPeriod.TwentyFourHours).Source.FetchedAt);
        Assert.All(report.Feeds, feed => Assert.Null(feed.Failure));
    }

    [Fact]
    public async Task A_csv_feed_that_becomes_due_while_another_is_downloaded_is_requested_within_a_second()
    {
        _kept.Feeds.With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway).With(HydrometFeed.FiveDayRainfall, HttpStatusCode.TooManyRequests, Wait(TimeSpan.FromSeconds(62)));
        await Cache.GetRainfallAsync();
        _kept.Feeds.With(HydrometFeed.FiveDayRainfall, "plain").With(HydrometFeed.Rainfall, _ =>
        {
            _kept.Clock.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway));
        });

        await _kept.After(TimeSpan.FromMinutes(1)).Cache.GetRainfallAsync();

        Assert.Equal(_kept.Clock.GetUtcNow().AddSeconds(1), Cache.RainfallStatus.NextRefreshAt);
    }

    [Fact]
    public async Task Before_the_first_report_too_a_feed_is_requested_no_sooner_than_lcra_says()
    {
        foreach (HydrometFeed feed in new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall })
        {
            _kept.Feeds.With(feed, HttpStatusCode.TooManyRequests, Wait(TimeSpan.FromMinutes(10)));
        }

        _kept.Feeds.With(HydrometFeed.AllSites, HttpStatusCode.BadGateway);
        await Assert.ThrowsAsync<HydrometException>(() => Cache.GetRainfallAsync().AsTask());
        _kept.Feeds.With(HydrometFeed.AllSites, "plain");

        RainfallReport report = await _kept.After(TimeSpan.FromMinutes(1)).Cache.GetRainfallAsync();

        Assert.Equal(5, _kept.Feeds.Requested.Count);
        Assert.All(report.Feeds.Take(3), feed => Assert.Equal((feed.Feed, HttpStatusCode.TooManyRequests), (feed.Failure!.Feed, feed.Failure.StatusCode)));
    }

    [Fact]
    public async Task After_the_clock_is_set_back_reports_are_fresh()
    {
        await Cache.GetRainfallAsync();
        _kept.Clock.AdjustTime(_kept.Clock.GetUtcNow().AddDays(-1));

        RainfallReport report = await Cache.GetRainfallAsync();

        Assert.Equal(8, _kept.Feeds.Requested.Count);
        Assert.All(report.Feeds, feed => Assert.Equal(_kept.Clock.GetUtcNow(), feed.FetchedAt));
        Assert.InRange(Cache.RainfallStatus.NextRefreshAt!.Value, _kept.Clock.GetUtcNow(), _kept.Clock.GetUtcNow() + (2 * Cycle));
    }

    [Fact]
    public async Task While_lcra_is_down_the_last_good_report_is_given_with_its_own_age()
    {
        await Cache.GetRainfallAsync();

        RainfallReport report = await _kept.Down().After(Cycle).Cache.GetRainfallAsync();

        RainfallTotal total = report.Total("3018", RainfallPeriod.TwentyFourHours);
        Assert.Equal((2.81m, TestReports.Morning, true), (total.Inches, total.Source.FetchedAt, total.Source.RefreshFailed));
        Assert.Equal(Cycle, Cache.RainfallStatus.AgeAt(_kept.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.BadGateway, Cache.RainfallStatus.Failure!.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_incomplete_feed_is_requested_again_every_minute_until_three_downloads_agree(bool hasEarlier)
    {
        if (hasEarlier)
        {
            await Cache.GetRainfallAsync();
        }

        _kept.Feeds.With(HydrometFeed.Rainfall, "cut-in-the-last-number");
        List<(TimeSpan, bool)> attempts = [];
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            _kept.After(Cache.RainfallStatus.NextRefreshAt is { } next && next > _kept.Clock.GetUtcNow() ? next - _kept.Clock.GetUtcNow() : TimeSpan.Zero);
            RainfallReport report = await Cache.GetRainfallAsync();
            attempts.Add((Cache.RainfallStatus.NextRefreshAt!.Value - _kept.Clock.GetUtcNow(), report.Feeds[0].Failure is null));
        }

        Assert.Equal([(TimeSpan.FromMinutes(1), false), (TimeSpan.FromMinutes(1), false)], attempts[..2]);
        Assert.True(attempts[2].Item2);
    }

    [Fact]
    public async Task A_failure_after_an_incomplete_feed_is_waited_for_as_any_other()
    {
        _kept.Feeds.With(HydrometFeed.Rainfall, "cut-in-the-last-number");
        await Cache.GetRainfallAsync();
        _kept.Down();
        List<TimeSpan> waits = [];
        for (int attempt = 1; attempt <= 2; attempt++)
        {
            await _kept.After(Cache.RainfallStatus.NextRefreshAt!.Value - _kept.Clock.GetUtcNow()).Cache.GetRainfallAsync();
            waits.Add(Cache.RainfallStatus.NextRefreshAt!.Value - _kept.Clock.GetUtcNow());
        }

        Assert.Equal([TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4)], waits);
    }

    [Fact]
    public async Task Past_the_limit_there_is_an_exception_that_says_so_and_no_number()
    {
        await Cache.GetRainfallAsync();

        _kept.Down().After(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));
        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => Cache.GetRainfallAsync().AsTask());

        Assert.Contains("was downloaded at 2026-10-02 07:02 -05:00, which is longer ago than MaxStaleness (12:00:00) allows", failure.Message, StringComparison.Ordinal);
        Assert.Null(Cache.CurrentRainfall);
    }

    [Fact]
    public async Task Up_to_the_limit_the_old_report_is_given()
    {
        await Cache.GetRainfallAsync();

        RainfallReport report = await _kept.Down().After(TimeSpan.FromHours(12)).Cache.GetRainfallAsync();

        Assert.Equal(TestReports.Morning, report.Feeds[0].FetchedAt);
    }

    [Fact]
    public async Task One_feed_that_stays_away_past_the_limit_goes_missing_alone()
    {
        await Cache.GetRainfallAsync();
        _kept.Feeds.With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway);

        RainfallReport report = await _kept.After(TimeSpan.FromHours(8)).Cache.GetRainfallAsync();
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        report = await _kept.After(TimeSpan.FromHours(5)).Cache.GetRainfallAsync();

        Assert.Equal(MissingReason.FeedUnavailable, report.Total("3018", RainfallPeriod.TwentyFourHours).Missing);
        Assert.NotNull(report.Total("3018", RainfallPeriod.OneDayAgo).Inches);
    }

    [Fact]
    public async Task Lcra_is_not_requested_again_by_each_caller_while_it_is_down()
    {
        HydrometException first = await Assert.ThrowsAsync<HydrometException>(() => _kept.Down().Cache.GetRainfallAsync().AsTask());
        HydrometException second = await Assert.ThrowsAsync<HydrometException>(() => _kept.After(TimeSpan.FromSeconds(50)).Cache.GetRainfallAsync().AsTask());

        // The request for all sites may outlast that for the three feeds; this waits for it and makes no other.
        await Assert.ThrowsAsync<HydrometException>(() => Cache.GetSitesAsync().AsTask());

        Assert.Equal(4, _kept.Feeds.Requested.Count);
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(10)), (first.RetryAfter, second.RetryAfter));
    }

    [Fact]
    public async Task After_an_outage_the_next_report_is_fresh_and_the_schedule_that_of_lcra()
    {
        await Assert.ThrowsAsync<HydrometException>(() => _kept.Down().Cache.GetLakeLevelsAsync().AsTask());
        _kept.Feeds.With(HydrometFeed.LakeLevels, "plain");

        await _kept.After(TimeSpan.FromMinutes(1)).Cache.GetLakeLevelsAsync();

        Assert.Equal((TestReports.Central(10, 2, 7, 16), null), (Cache.LakeLevelsStatus.NextRefreshAt, Cache.LakeLevelsStatus.Failure));
        Assert.Equal(TestReports.Central(10, 2, 7, 1), Cache.LakeLevelsStatus.Cycle);
    }

    [Fact]
    public async Task A_disposed_cache_serves_nothing_more()
    {
        await Cache.GetLakeLevelsAsync();
        Cache.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Cache.GetLakeLevelsAsync());
        Assert.Throws<ObjectDisposedException>(() => Cache.CurrentLakeLevels);
    }

    [Fact]
    public async Task Who_waits_when_the_cache_is_disposed_hears_that_it_was()
    {
        _kept.Feeds.With(HydrometFeed.LakeLevels, async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        });
        Task<LakeReport> waiting = Cache.GetLakeLevelsAsync().AsTask();

        Cache.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public void What_is_kept_can_be_looked_at_without_waiting() =>
        Assert.Equal((null, null, null, null), (Cache.CurrentRainfall, Cache.CurrentSites, Cache.CurrentLakeLevels, Cache.RainfallStatus.FetchedAt));

    [Fact]
    public async Task A_failure_that_is_a_bug_reaches_whoever_asked()
    {
        _kept.Feeds.With(HydrometFeed.LakeLevels, _ => throw new InvalidOperationException("a bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Cache.GetLakeLevelsAsync().AsTask());
        await Assert.ThrowsAsync<HydrometException>(() => Cache.GetLakeLevelsAsync().AsTask());
    }

    [Fact]
    public async Task A_cache_that_was_disposed_says_so()
    {
        Cache.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Cache.GetRainfallAsync().AsTask());
    }

    [Fact]
    public async Task What_was_never_had_is_named()
    {
        _kept.Down();

        Assert.Equal(
            ["The rainfall report has not been downloaded yet.", "The all-sites response has not been downloaded yet.", "The lake level report has not been downloaded yet."],
            [await NothingAsync(_kept.Cache.GetRainfallAsync()), await NothingAsync(_kept.Cache.GetSitesAsync()), await NothingAsync(_kept.Cache.GetLakeLevelsAsync())]);

        static async Task<string> NothingAsync<T>(ValueTask<T> asked)
        {
            string message = (await Assert.ThrowsAsync<HydrometException>(async () => await asked)).Message;
            return message[..(message.IndexOf('.', StringComparison.Ordinal) + 1)];
        }
    }

    public void Dispose() => _kept.Dispose();

    private static Action<HttpResponseMessage> Wait(TimeSpan time) =>
        response => response.Headers.RetryAfter = new RetryConditionHeaderValue(time);
}
