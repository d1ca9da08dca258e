using System.Net;
using System.Text;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Sites;

public sealed class HistoryTests : IDisposable
{
    private const string Quarters = """
        {"siteNumber":2959,"records":[
          {"dateTime":"2026-10-02T11:00:00Z","value1":"101.50"},
          {"dateTime":"2026-10-02T10:45:00Z","value1":"101.50"},
          {"dateTime":"2026-10-02T05:15:00Z","value1":"101.00"},
          {"dateTime":"2026-10-02T05:00:00Z","value1":"100.25"},
          {"dateTime":"2026-10-02T04:45:00Z","value1":"100.00"}]}
        """;

    private const string TwoExplanations = """
        {"siteNumber":2959,"records":[
          {"dateTime":"2026-10-02T08:45:00Z","value1":"1.30"},
          {"dateTime":"2026-10-02T08:30:00Z","value1":"0.10"},
          {"dateTime":"2026-10-02T08:15:00Z","value1":"0.00"},
          {"dateTime":"2026-10-02T08:00:00Z","value1":"1.20"}]}
        """;

    private const string BackWithinATip = """
        {"siteNumber":950,"records":[
          {"dateTime":"2026-10-02T09:00:00Z","value1":"1.20"},
          {"dateTime":"2026-10-02T08:45:00Z","value1":"1.16"},
          {"dateTime":"2026-10-02T08:30:00Z","value1":"0.00"},
          {"dateTime":"2026-10-02T08:15:00Z","value1":"1.20"},
          {"dateTime":"2026-10-02T08:00:00Z","value1":"1.20"}]}
        """;

    private readonly SiteFixture _site = new();

    [Fact]
    public async Task A_window_with_gaps_shows_its_coverage()
    {
        _site.With(request => IsCounter(request) ? Json(request, Quarters) : null);

        string words = PageText.Words(await _site.GetStringAsync("/sites/2959?start=2026-10-01T23:45&end=2026-10-02T06:00"));

        Assert.Contains("1.50 inches of rain from 11:45 pm CDT on Thursday, October 1, 2026 to 6:00 am CDT on Friday, October 2, 2026. Readings cover only 12% of this time: more rain may have fallen.", words, StringComparison.Ordinal);
        Assert.Contains("Without readings: 12:15 am CDT on Friday, October 2, 2026 to 5:45 am CDT on Friday, October 2, 2026", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarters_of_an_hour_come_from_the_counter_and_what_is_not_covered_is_a_gap()
    {
        _site.With(request => IsCounter(request) ? Json(request, Quarters) : null);

        IReadOnlyList<string> rows = PageText.Rows(await _site.GetStringAsync("/sites/2959?from=2026-10-02&to=2026-10-02&bars=15"));

        Assert.Equal("Fri, Oct 2 midnight 0.75", rows[0]);
        Assert.Equal("Fri, Oct 2 3:00 am – no total", rows[12]);
        Assert.Equal("Fri, Oct 2 5:45 am 0.00", rows[23]);
    }

    [Theory]
    [InlineData("/sites/2959?start=2026-10-02T03:00&end=2026-10-02T04:00", "0.10 inches of rain", "Up to 1.20 inches more may have fallen: the readings can be explained in two ways, and the smaller amount counts.")]
    [InlineData("/sites/2959?start=2026-10-02T03:00&end=2026-10-02T04:00&lang=es", "0.10 pulgadas", "Pueden haber caído hasta 1.20 pulgadas más: las lecturas se pueden explicar de dos maneras y cuenta la cantidad menor.")]
    [InlineData("/sites/2959?from=2026-10-02&to=2026-10-02&bars=15", "Up to 1.20 inches more may have fallen", "0.10 up to 1.30: the readings can be explained in two ways")]
    public async Task An_amount_that_two_explanations_fit_says_how_much_more_may_have_fallen(string address, string amount, string uncertainty)
    {
        _site.With(request => IsCounter(request) ? Json(request, TwoExplanations) : null);

        string words = PageText.Words(await _site.GetStringAsync(address));

        Assert.Contains(amount, words, StringComparison.Ordinal);
        Assert.Contains(uncertainty, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Times with two different records in LCRA's history, of which the later counts: 1.", "Values of LCRA's history that cannot be read and are missing: 1.")]
    [InlineData("&lang=es", "Horas con dos registros distintos en el historial de la LCRA, de los que cuenta el último: 1.", "Valores del historial de la LCRA que no se pueden leer y faltan: 1.")]
    public async Task What_is_malformed_about_records_is_said(string language, string doubled, string unreadable)
    {
        _site.With(request => IsCounter(request) ? Json(request, Quarters.Replace("\"records\":[", "\"records\":[{\"dateTime\":\"2026-10-02T11:00:00Z\",\"value1\":\"9.50\"},{\"dateTime\":\"2026-10-02T10:30:00Z\",\"value1\":\"9.50 in\"},", StringComparison.Ordinal)) : null);

        string words = PageText.Words(await _site.GetStringAsync($"/sites/2959?start=2026-10-01T23:45&end=2026-10-02T06:00{language}"));

        Assert.Contains(doubled, words, StringComparison.Ordinal);
        Assert.Contains(unreadable, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_of_Austin_is_back_at_its_level_within_one_tip_of_004()
    {
        _site.With(request => request.RequestUri!.AbsolutePath.Contains("/CoaHistoricalData/", StringComparison.Ordinal) ? Json(request, BackWithinATip) : null);

        string words = PageText.Words(await _site.GetStringAsync("/sites/COA:950?start=2026-10-02T03:00&end=2026-10-02T04:00"));

        Assert.Contains("0.00 inches of rain", words, StringComparison.Ordinal);
        Assert.Contains("Up to 0.04 inches more may have fallen", words, StringComparison.Ordinal);
        Assert.Contains("left its level and returned", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_was_skipped_is_said_to_be_so() =>
        Assert.Contains(
            "The clocks skipped this time when they went forward; 3:30 am CDT on Sunday, March 8, 2026 is used instead.",
            PageText.Words(await _site.GetStringAsync("/sites/2959?start=2026-03-08T02:30&end=2026-03-08T06:00")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_failing_history_leaves_the_rest_of_the_page()
    {
        _site.With(request => IsHistory(request) ? FeedServer.Down(request) : null);

        using HttpResponseMessage response = await _site.GetAsync("/sites/2959");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        string words = PageText.Words(await response.Content.ReadAsStringAsync());
        Assert.Contains("LCRA's history is unavailable. The rest of this page is valid.", words, StringComparison.Ordinal);
        Assert.Contains("1.44 inches of rain in the last 24 hours.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_history_is_not_waited_for()
    {
        using SlowContent slow = new();
        _site.With(request => IsHistory(request) ? new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = slow } : null);

        Task<string> page = _site.GetStringAsync("/sites/2959");
        await slow.Requested;
        await _site.Clock.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => page.IsCompleted);

        Assert.Contains("LCRA is slow to respond.", PageText.Words(await page), StringComparison.Ordinal);
        Assert.Contains("1.44 inches of rain in the last 24 hours.", PageText.Words(await page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_downloads_only_a_history_that_is_not_cached()
    {
        await _site.GetStringAsync("/lakes");
        int before = _site.Feeds.Requests;

        foreach (string page in new[] { "/", "/gauges", "/gauges.csv", "/map", "/lakes", "/rivers", "/sites/USGS:08154700", "/" })
        {
            await _site.GetStringAsync(page);
        }

        Assert.Equal(before, _site.Feeds.Requests);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _site.GetStringAsync("/sites/2959")));
        Assert.Equal(before + 1, _site.Feeds.Requests);
    }

    public void Dispose() => _site.Dispose();

    private static bool IsHistory(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("HistoricData", StringComparison.Ordinal);

    private static bool IsCounter(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("HistoricData/GetDataBySite/2959/rain/", StringComparison.Ordinal);

    private static HttpResponseMessage Json(HttpRequestMessage request, string body) => new(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };

    /// <summary>A body that does not come until the test is over.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Requested => _asked.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _asked.TrySetResult();
            return _over.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            _over.TrySetCanceled();
            base.Dispose(disposing);
        }
    }
}
