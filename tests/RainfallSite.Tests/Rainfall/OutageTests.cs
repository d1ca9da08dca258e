using System.Net;
using System.Text.Json;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rainfall;

/// <summary>What visitors see while LCRA is down.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly SiteFixture _site = new();

    [Theory]
    [InlineData("/?site=3018")]
    [InlineData("/api/rainfall/3018/24_hour")]
    [InlineData("/api/rainfall/3018")]
    [InlineData("/api/sites")]
    public async Task Before_the_first_report_the_response_is_503_with_Retry_After(string address)
    {
        using HttpResponseMessage response = await _site.With(FeedServer.Down).GetAsync(address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task After_a_first_attempt_that_failed_the_site_is_ready_and_says_what_failed()
    {
        _site.With(FeedServer.Down);

        using HttpResponseMessage alive = await _site.GetAsync("/healthz");
        using HttpResponseMessage ready = await _site.GetAsync("/readyz");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (alive.StatusCode, ready.StatusCode));
        JsonElement feeds = JsonDocument.Parse(await ready.Content.ReadAsStringAsync()).RootElement.GetProperty("feeds");
        Assert.Equal(
            ["Rainfall.csv", "Rain5Day.csv", "RainMonthYear.csv", "GetDataForAllSites", "LakeLevel.csv"],
            feeds.EnumerateArray().Select(feed => feed.GetProperty("feed").GetString()));
        Assert.All(feeds.EnumerateArray(), feed => Assert.Equal("httpError", feed.GetProperty("failure").GetString()));
    }

    [Fact]
    public async Task Until_the_first_attempt_ends_the_site_is_not_ready()
    {
        TaskCompletionSource<HttpResponseMessage> hanging = new();
        _site.Feeds.Delay = hanging.Task;
        using HttpClient http = _site.CreateClient();

        using HttpResponseMessage ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)), (ready.StatusCode, ready.Headers.RetryAfter!.Delta));
        hanging.SetResult(new HttpResponseMessage());
        using HttpResponseMessage later = await _site.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/lakes")]
    public Task A_server_that_does_not_respond_delays_a_visitor_by_two_seconds_at_most(string address) => DelaysByTwoSecondsAtMostAsync(address);

    [Theory]
    [Trait("Category", "Nightly")]
    [InlineData("/rivers")]
    [InlineData("/sites/3018")]
    [InlineData("/api/sites")]
    public Task No_other_page_waits_longer(string address) => DelaysByTwoSecondsAtMostAsync(address);

    [Fact]
    public async Task The_last_good_report_stays_and_is_marked_stale()
    {
        const string Total = "/api/rainfall/3018/24_hour";
        Assert.Contains("\"stale\":false", await _site.GetStringAsync(Total), StringComparison.Ordinal);

        _site.With(FeedServer.Down);
        await _site.RefreshUntilAsync(Total, body => body.Contains("\"stale\":true", StringComparison.Ordinal));

        Assert.Contains("\"inches\":2.81", await _site.GetStringAsync(Total), StringComparison.Ordinal);
        Assert.Contains("A newer report", await _site.GetStringAsync("/?site=3018"), StringComparison.Ordinal);
        using HttpResponseMessage ready = await _site.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"ageMinutes\":17", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_feed_that_fails_becomes_stale()
    {
        await _site.GetStringAsync("/api/rainfall/3018");

        _site.With(request => request.RequestUri!.AbsolutePath.EndsWith("/Rainfall.csv", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>Just a moment...</html>") }
            : null);
        await _site.RefreshUntilAsync("/api/rainfall/3018/24_hour", body => body.Contains("\"stale\":true", StringComparison.Ordinal));

        Assert.Contains("\"stale\":false", await _site.GetStringAsync("/api/rainfall/3018/1_day_ago"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_outage_the_next_refresh_is_fresh_again()
    {
        _site.With(FeedServer.Down);
        using HttpResponseMessage before = await _site.GetAsync("/api/sites");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);

        _site.Feeds.Override = null;
        await _site.RefreshUntilAsync("/readyz", body => body.Contains("\"failure\":null", StringComparison.Ordinal) && !body.Contains("httpError", StringComparison.Ordinal));

        Assert.Contains("\"inches\":2.81", await _site.GetStringAsync("/api/rainfall/3018/24_hour"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_visitors_come_each_feed_is_downloaded_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _site.GetStringAsync("/?site=3018")));

        Assert.Equal(5, _site.Feeds.Requests);
    }

    [Fact]
    public async Task An_old_report_that_lcra_still_serves_is_shown_with_its_age()
    {
        await _site.GetStringAsync("/?site=3018");
        _site.Clock.Advance(TimeSpan.FromMinutes(50));

        await _site.RefreshUntilAsync("/?site=3018", page => page.Contains("LCRA has published none since", StringComparison.Ordinal));

        Assert.Contains("2.81 inches", await _site.GetStringAsync("/?site=3018"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gauge_that_fell_silent_is_pointed_out()
    {
        await _site.GetStringAsync("/?site=1090");
        _site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Contains("has not reported for more than an hour", await _site.GetStringAsync("/?site=1090"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_from_the_feed_is_never_markup()
    {
        _site.With(request => request.RequestUri!.AbsolutePath.EndsWith("/Rainfall.csv", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    "Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) Report Date: 2026-10-02 07:00\r\n"
                    + "1,Creek <img src=x onerror=alert(1)> & <img src=x,2026-10-02 06:55,0.01,0.01,0.01,9.01,0.01\r\n"),
            }
            : null);

        string page = await _site.GetStringAsync("/?site=1") + await _site.GetStringAsync("/");

        Assert.Contains("Creek &amp; &lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private async Task DelaysByTwoSecondsAtMostAsync(string address)
    {
        TaskCompletionSource<HttpResponseMessage> hanging = new();
        _site.Feeds.Delay = hanging.Task;
        using HttpClient http = _site.CreateClient();
        DateTimeOffset start = _site.Clock.GetUtcNow();

        Task<HttpResponseMessage> visit = http.GetAsync(new Uri(address, UriKind.Relative));
        await _site.Clock.AdvanceUntilAsync(TimeSpan.FromSeconds(2), () => visit.IsCompleted, milliseconds: 1_000);

        // A step before the wait begins has no effect, but the client's own 30 seconds are far off.
        Assert.InRange(_site.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20));
        using HttpResponseMessage response = await visit;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (response.StatusCode, response.Headers.Contains("Retry-After")));
        hanging.SetResult(new HttpResponseMessage());
    }
}
