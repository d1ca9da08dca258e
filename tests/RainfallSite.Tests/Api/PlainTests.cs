using System.Net;
using System.Xml.Linq;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

/// <summary>The number as a picture and as a line of text.</summary>
public sealed class PlainTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task A_line_has_the_amount_its_window_its_source_and_the_time_of_the_reading() => Assert.Equal(
        "Hamilton Creek near Marble Falls (LCRA:3018): 2.81 inches (71.4 mm), the last 24 hours; 2026-10-01 06:55 -05:00 to 2026-10-02 06:55 -05:00; "
        + "Rainfall.csv column \"24 Hour\" reported 2026-10-02 07:00 -05:00; read 2026-10-02 06:55 -05:00\n",
        await site.GetStringAsync("/text/3018/24_hour.txt"));

    [Fact]
    public async Task A_line_without_a_number_says_why() =>
        Assert.Contains(": no number, because LCRA left it blank, ", await site.GetStringAsync("/text/5489/last_year.txt"), StringComparison.Ordinal);

    [Fact]
    public async Task A_line_says_that_it_is_stale()
    {
        _site.With("Hydromet:RefreshInterval", "23:00:00");
        await _site.GetStringAsync("/healthz");

        _site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.EndsWith("; read 2026-10-02 06:55 -05:00; STALE\n", await _site.GetStringAsync("/text/3018/24_hour.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_badge_shows_the_number_and_when_it_was_read() => Snapshot.Match(await site.GetStringAsync("/badge/3018/24_hour.svg"));

    [Fact]
    public async Task A_badge_without_a_number_shows_a_dash_with_the_reason()
    {
        string[] texts = await TextsAsync("/badge/5489/last_year.svg");

        Assert.Equal("\u2014 LCRA left it blank", texts[1]);
    }

    [Fact]
    public async Task An_old_amount_is_marked_by_a_word_and_a_frame_and_not_only_by_color()
    {
        _site.With("Hydromet:RefreshInterval", "23:00:00");
        await _site.GetStringAsync("/healthz");

        _site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("OLD 2 Oct 06:55 CDT", (await TextsAsync("/badge/3018/24_hour.svg"))[2]);
        Assert.Contains("stroke-dasharray", await _site.GetStringAsync("/badge/3018/24_hour.svg"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/badge/9/24_hour.svg")]
    [InlineData("/text/9/24_hour.txt")]
    [InlineData("/atom/9/24_hour?over=1.00")]
    [InlineData("/badge/3018/49_hour.svg")]
    [InlineData("/text/3018/49_hour.txt")]
    [InlineData("/atom/3018/49_hour?over=1.00")]
    public async Task An_unknown_gauge_or_period_is_a_problem(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    public void Dispose() => _site.Dispose();

    private async Task<string[]> TextsAsync(string address) =>
        [.. XDocument.Parse(await _site.GetStringAsync(address)).Descendants(Svg + "text").Select(text => text.Value)];
}
