using System.Net;
using System.Text.RegularExpressions;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rainfall;

/// <summary>The front page's markup in each state that a visitor can meet.</summary>
public sealed partial class ResultMarkupTests : IDisposable
{
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task Raining() => Snapshot.Match(await MarkupAsync("/?site=3018&period=since_midnight"));

    [Fact]
    public async Task Raining_in_spanish() => Snapshot.Match(await MarkupAsync("/es/?site=3018&period=since_midnight"));

    [Fact]
    public async Task Dry() => Snapshot.Match(await MarkupAsync("/?site=2200&period=1_hour"));

    [Fact]
    public async Task Missing() => Snapshot.Match(await MarkupAsync("/?site=5489&period=last_year"));

    [Fact]
    public async Task Stale()
    {
        await _site.GetStringAsync("/?site=3018");
        _site.Clock.Advance(TimeSpan.FromMinutes(70));

        Snapshot.Match(Head(await MarkupAsync("/?site=3018&period=since_midnight")));
    }

    [Fact]
    public async Task Lcra_is_down_and_the_last_good_report_is_shown()
    {
        await _site.GetStringAsync("/?site=3018");
        _site.With(FeedServer.Down);
        await _site.RefreshUntilAsync("/?site=3018", page => page.Contains("A newer report", StringComparison.Ordinal));

        Snapshot.Match(Head(await MarkupAsync("/?site=3018&period=since_midnight")));
    }

    [Fact]
    public async Task Nothing_was_ever_fetched() => Snapshot.Match(await With(FeedServer.Down).MarkupAsync("/?site=3018"));

    [Fact]
    public async Task Unknown_gauge() => Snapshot.Match(Head(await MarkupAsync("/?site=2222")));

    public void Dispose() => _site.Dispose();

    private ResultMarkupTests With(Func<HttpRequestMessage, HttpResponseMessage?> instead)
    {
        _site.With(instead);
        return this;
    }

    // The body without the gauges that the picker offers, one line for a run of blanks.
    private async Task<string> MarkupAsync(string address)
    {
        string page = await _site.GetStringAsync(address);
        string body = page[page.IndexOf("<body>", StringComparison.Ordinal)..];
        return WebUtility.HtmlDecode(Blanks().Replace(Gauges().Replace(body, "<datalist/>"), "\n"));
    }

    // Down to the form; what follows is the same in every state.
    private static string Head(string markup) => markup[..markup.IndexOf("<form", StringComparison.Ordinal)];

    [GeneratedRegex("<datalist.*?</datalist>", RegexOptions.Singleline, 1000)]
    private static partial Regex Gauges();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
