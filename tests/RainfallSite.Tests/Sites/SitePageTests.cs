using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Sites;

public sealed class SitePageTests(RecordedHistoryPageTests.Replaying replaying) : IClassFixture<RecordedHistoryPageTests.Replaying>
{
    [Theory]
    [InlineData("/sites/2959", "1.44 inches of rain in the last 24 hours.")]
    [InlineData("/sites/2959", "5.27 inches of rain from Sunday, July 5, 2026 to Friday, October 2, 2026.")]
    [InlineData("/sites/2959", "1.50 inches on Wednesday, July 15, 2026")]
    [InlineData("/sites/1199", "Stage 1.19 ft Bankfull stage 24.00 ft Flood stage 26.00 ft Discharge 0.00 cubic ft/s")]
    [InlineData("/sites/3963", "Storage 1,115,457 acre-feet")]
    [InlineData("/sites/COA:950", "There are no daily totals for these days. Nobody recorded them.")]
    [InlineData("/sites/USGS:08141000", "LCRA has no history for sites of USGS.")]
    [InlineData("/sites/2959?units=mm", "133.9 mm of rain from Sunday, July 5, 2026")]
    public async Task A_site_shows_its_measurements_and_its_rain(string address, string sentence) =>
        Assert.Contains(sentence, await WordsAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task A_day_with_a_finding_is_not_among_the_wettest()
    {
        string words = await WordsAsync("/sites/2959?from=1997-05-01&to=1997-05-31");
        string[] parts = words.Split("Days to check");

        Assert.Contains("The wettest of these days 0.28 inches", parts[0], StringComparison.Ordinal);
        Assert.Contains("10.68 inches on Thursday, May 15, 1997: very much rain between two dry days", parts[1], StringComparison.Ordinal);
        Assert.Contains("10.72 inches of it fell on days with data-quality findings.", parts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_a_total_is_a_gap_and_no_zero()
    {
        string page = await replaying.Site.GetStringAsync("/sites/2959?from=1997-05-01&to=1997-05-31");

        Assert.Equal(1, page.Split("class=\"gap\"").Length - 1);
        Assert.Contains("Sat, May 10 – no total", PageText.Rows(page));
        Assert.Contains("1 of 31 days have no total", PageText.Words(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sites/2959?from=2026-10-02&to=2026-10-01", "The first day is after the last.")]
    [InlineData("/sites/2959?from=2020-01-01&to=2026-10-01", "at most 366")]
    [InlineData("/sites/2959?from=2026-09-01&to=2026-10-01&bars=15", "at most 7")]
    [InlineData("/sites/2959?from=yesterday", "These are not two valid days.")]
    [InlineData("/sites/2959?from=2030-01-01&to=2030-01-02", "These days are in the future.")]
    [InlineData("/sites/2959?start=2026-10-02T10:00&end=2026-10-01T10:00", "The end must be after the start.")]
    [InlineData("/sites/2959?start=2026-01-02T10:00&end=2026-10-01T10:00", "at most 31 days")]
    [InlineData("/sites/2959?start=never", "These are not two valid times.")]
    public async Task An_invalid_span_is_a_400_that_says_why(string address, string says)
    {
        using HttpResponseMessage response = await replaying.Site.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        string words = PageText.Words(await response.Content.ReadAsStringAsync());
        Assert.Contains(says, words, StringComparison.Ordinal);
        Assert.Contains("1.44 inches of rain in the last 24 hours.", words, StringComparison.Ordinal);
        Assert.Equal(address.Contains("start=", StringComparison.Ordinal), words.Contains("This year beside all others", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_window_of_whole_days_uses_daily_totals() =>
        Assert.Contains(
            "1.47 inches of rain from midnight CDT on Thursday, October 1, 2026 to midnight CDT on Friday, October 2, 2026. Readings cover all of this time.",
            await WordsAsync("/sites/2959?start=2026-10-01T00:00&end=2026-10-02T00:00"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_window_without_readings_has_no_number() =>
        Assert.Contains("No total: there are no readings for this time.", await WordsAsync("/sites/2959?start=2026-10-01T18:00&end=2026-10-02T06:00"), StringComparison.Ordinal);

    [Fact]
    public async Task A_comparison_with_days_that_are_missing_gives_no_number()
    {
        string words = await WordsAsync("/sites/2268?compare=month");

        Assert.Contains("Thursday, October 1, 2026 7.41", words, StringComparison.Ordinal);
        Assert.Contains("– No total: 1 of 1 days are missing", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_site_is_a_404_that_helps()
    {
        using HttpResponseMessage response = await replaying.Site.GetAsync("/sites/2222");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Rocksprings 18 NW", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> WordsAsync(string address) => PageText.Words(await replaying.Site.GetStringAsync(address));
}
