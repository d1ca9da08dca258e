using System.Globalization;
using System.Net;
using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Sites;

public sealed class HistoryTests : IDisposable
{
    private static readonly (string At, decimal Inches)[] Quarters =
        [("2026-10-02T04:45Z", 100.00m), ("2026-10-02T05:00Z", 100.25m), ("2026-10-02T05:15Z", 101.00m), ("2026-10-02T10:45Z", 101.50m), ("2026-10-02T11:00Z", 101.50m)];

    private static readonly (string At, decimal Inches)[] TwoExplanations =
        [("2026-10-02T08:00Z", 1.20m), ("2026-10-02T08:15Z", 0.00m), ("2026-10-02T08:30Z", 0.10m), ("2026-10-02T08:45Z", 1.30m)];

    private static readonly (string At, decimal Inches)[] BackWithinATip =
        [("2026-10-02T08:00Z", 1.20m), ("2026-10-02T08:15Z", 1.20m), ("2026-10-02T08:30Z", 0.00m), ("2026-10-02T08:45Z", 1.16m), ("2026-10-02T09:00Z", 1.20m)];

    private readonly SiteFixture _site = new();

    [Fact]
    public async Task A_window_with_gaps_shows_its_coverage()
    {
        _site.With(Recording("2959", Quarters));

        string words = PageText.Words(await _site.GetStringAsync("/sites/2959?start=2026-10-01T23:45&end=2026-10-02T06:00"));

        Assert.Contains("1.50 inches of rain from 11:45 pm CDT on Thursday, October 1, 2026 to 6:00 am CDT on Friday, October 2, 2026. Readings cover only 12% of this time: more rain may have fallen.", words, StringComparison.Ordinal);
        Assert.Contains("Without readings: 12:15 am CDT on Friday, October 2, 2026 to 5:45 am CDT on Friday, October 2, 2026", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarters_of_an_hour_come_from_the_counter_and_what_is_not_covered_is_a_gap()
    {
        _site.With(Recording("2959", Quarters));

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
        _site.With(Recording("2959", TwoExplanations));

        string words = PageText.Words(await _site.GetStringAsync(address));

        Assert.Contains(amount, words, StringComparison.Ordinal);
        Assert.Contains(uncertainty, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_of_Austin_is_back_at_its_level_within_one_tip_of_004()
    {
        _site.With(Recording("COA:950", BackWithinATip));

        string words = PageText.Words(await _site.GetStringAsync("/sites/COA:950?start=2026-10-02T03:00&end=2026-10-02T04:00"));

        Assert.Contains("0.00 inches of rain", words, StringComparison.Ordinal);
        Assert.Contains("Up to 0.04 inches more may have fallen", words, StringComparison.Ordinal);
        Assert.Contains("left its level and returned", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sites/2959?start=2026-03-08T02:30&end=2026-03-08T06:00", "The clocks skipped 2:30 am when they went forward; 3:30 am CDT on Sunday, March 8, 2026 is used instead.")]
    [InlineData("/sites/2959?start=2026-03-08T01:00&end=2026-03-08T02:00", "The clocks skipped 2:00 am when they went forward; 3:00 am CDT on Sunday, March 8, 2026 is used instead.")]
    [InlineData("/sites/2959?start=2026-03-08T02:30&end=2026-03-08T03:15", "The end must be after the start. The clocks skipped 2:30 am when they went forward; 3:30 am CDT on Sunday, March 8, 2026 is used instead.")]
    [InlineData("/es/sites/2959?start=2026-03-08T02:30&end=2026-03-08T03:15", "El intervalo debe terminar después de empezar. Los relojes se adelantaron y la hora indicada (2:30 a. m.) no existió; se toma en su lugar: 3:30 a. m. CDT del domingo 8 de marzo de 2026.")]
    [InlineData("/sites/2959?start=2027-03-14T02:30&end=2027-03-14T06:00", "That time is in the future. The clocks skipped 2:30 am when they went forward; 3:30 am CDT on Sunday, March 14, 2027 is used instead.")]
    [InlineData("/sites/2959?start=2025-11-02T01:30&end=2025-11-02T05:00", "The clocks repeated 1:30 am when they went back; 1:30 am CDT on Sunday, November 2, 2025 is used, so that both are included.")]
    public async Task A_clock_change_at_a_time_of_the_window_is_said_also_where_the_window_is_refused(string address, string says)
    {
        _site.With(HydrometRecording.StormOfOctober2026());

        Assert.Contains(says, PageText.Words(await _site.GetStringAsync(address)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sites/2959")]
    [InlineData("/sites/2959?from=2026-10-01&to=2026-10-02&bars=15")]
    [InlineData("/sites/2959?start=2026-10-01T18:00&end=2026-10-02T06:00")]
    [InlineData("/sites/2959?compare=year")]
    public async Task Without_an_archive_a_page_says_how_to_turn_histories_on(string address)
    {
        string words = PageText.Words(await _site.GetStringAsync(address));

        Assert.Contains("This site stores no histories. Its operator turns that on with the settings Archive__ConnectionString and Archive__Fill.", words, StringComparison.Ordinal);
        Assert.Contains("1.44 inches of rain in the last 24 hours.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/rainfall/2959/window?from=2026-09-01T00:00:00-05:00&to=2026-10-01T00:00:00-05:00")]
    [InlineData("/api/history/2959/daily?from=2026-09-29&to=2026-10-01")]
    [InlineData("/api/climate/2959")]
    public async Task Without_an_archive_the_api_says_how_to_turn_histories_on(string address)
    {
        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Archive__ConnectionString", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_visit_reaches_LCRA()
    {
        await _site.GetStringAsync("/lakes");
        int before = _site.Feeds.Requests;

        foreach (string page in new[] { "/", "/gauges", "/gauges.csv", "/map", "/lakes", "/rivers", "/?site=2959", "/sites/2959", "/sites/2959?compare=year", "/sites/USGS:08154700", "/" })
        {
            await _site.GetStringAsync(page);
        }

        Assert.Equal(before, _site.Feeds.Requests);
    }

    public void Dispose() => _site.Dispose();

    private static HydrometRecording Recording(string site, (string At, decimal Inches)[] counts) => HydrometRecording.StormOfOctober2026().WithAccumulated(
        SiteId.Parse(site), counts.Select(count => new AccumulatedRainfall(DateTimeOffset.Parse(count.At, CultureInfo.InvariantCulture), count.Inches)));
}
