using System.Globalization;
using System.Net;
using System.Xml.Linq;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

/// <summary>The Atom feed of a threshold.</summary>
public sealed class CrossingTests : IDisposable
{
    private const string Feed = "/atom/1/1_hour?over=1.00";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task Before_anything_changed_the_feed_says_the_state_now() => Snapshot.Match(await _site.GetStringAsync("/atom/3018/24_hour?over=1.00"));

    [Fact]
    public async Task A_rise_over_the_threshold_is_an_entry_with_the_time_of_the_reading()
    {
        await ReportsAsync("0.40", "1.20");

        XElement rise = (await EntriesAsync())[1];

        Assert.Equal(
            ("Rose: 1.20 inches", "2026-10-02T07:10:00-05:00", "http://localhost/atom/1/1_hour?over=1.00#20261002T121000Z"),
            (rise.Element(Atom + "title")!.Value, rise.Element(Atom + "updated")!.Value, rise.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task Falling_back_is_an_entry_too_and_the_newest_comes_first()
    {
        await ReportsAsync("0.40", "1.20", "0.90");

        Assert.Equal(
            ["Now: 0.90 inches, not over 1.00", "Fell: 0.90 inches", "Rose: 1.20 inches"],
            (await EntriesAsync()).Select(entry => entry.Element(Atom + "title")!.Value));
    }

    [Fact]
    public async Task Feeds_that_differ_by_what_a_process_saw_have_different_tags_and_other_responses_the_same()
    {
        await ReportsAsync("0.40", "1.20");
        using SiteFixture restarted = new();
        restarted.With(_site.Feeds.Override!);
        restarted.Clock.Advance(_site.Clock.GetUtcNow() - restarted.Clock.GetUtcNow());

        using HttpResponseMessage saw = await _site.GetAsync(Feed);
        using HttpResponseMessage forgot = await restarted.GetAsync(Feed);
        using HttpResponseMessage total = await _site.GetAsync("/text/1/1_hour.txt");
        using HttpResponseMessage same = await restarted.GetAsync("/text/1/1_hour.txt");

        Assert.NotEqual(await saw.Content.ReadAsStringAsync(), await forgot.Content.ReadAsStringAsync());
        Assert.NotEqual(saw.Headers.ETag, forgot.Headers.ETag);
        Assert.Equal(total.Headers.ETag, same.Headers.ETag);
    }

    [Fact]
    public async Task A_total_that_reaches_the_threshold_is_not_over_it()
    {
        await ReportsAsync("0.40", "1.00");

        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task A_missing_number_between_hides_no_rise()
    {
        await ReportsAsync("0.40", "", "1.20");

        Assert.Equal(2, (await EntriesAsync()).Length);
    }

    [Fact]
    public async Task A_crossing_carries_what_the_amount_must_at_least_be_and_what_contradicts_it()
    {
        await ReportsAsync(Feed.Replace("1_hour", "3_hour", StringComparison.Ordinal), amount => $"2.00,{amount},6,6,6", "0.40", "1.20");

        XElement rise = (await EntriesAsync(Feed.Replace("1_hour", "3_hour", StringComparison.Ordinal)))[1];

        Assert.Equal("Rose: 1.20 inches, at least 2.00 in by other totals of this gauge", rise.Element(Atom + "title")!.Value);
        Assert.EndsWith("; contradicted by nonDecreasing:1_hour 2.00 in.", rise.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crossing_of_an_amount_that_is_too_large_says_what_contradicts_it()
    {
        await ReportsAsync("0.40", "2.50");

        XElement rise = (await EntriesAsync())[1];

        Assert.Equal("Rose: 2.50 inches", rise.Element(Atom + "title")!.Value);
        Assert.EndsWith(
            "; contradicted by contains:since_midnight 2 in, nonDecreasing:3_hour 2 in, nonDecreasing:6_hour 2 in, nonDecreasing:24_hour 2 in.",
            rise.Element(Atom + "content")!.Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_changes_is_bounded()
    {
        await ReportsAsync([.. Enumerable.Range(0, 40).Select(report => report % 2 == 0 ? "0.40" : "1.20")]);

        Assert.Equal(32, (await EntriesAsync()).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?over=")]
    [InlineData("?over=much")]
    [InlineData("?over=-1")]
    [InlineData("?over=1,5")]
    [InlineData("?over=1e3")]
    [InlineData("?over=1001")]
    public async Task A_threshold_that_cannot_be_read_is_a_problem(string query)
    {
        using HttpResponseMessage response = await _site.GetAsync("/atom/3018/24_hour" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("as in over=1.00", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private async Task<XElement[]> EntriesAsync(string feed = Feed) => [.. XDocument.Parse(await _site.GetStringAsync(feed)).Root!.Elements(Atom + "entry")];

    // One report every 15 minutes, each with this amount in the column of the last hour.
    private Task ReportsAsync(params string[] amounts) => ReportsAsync(Feed, amount => $"{amount},2,2,2,2", amounts);

    private async Task ReportsAsync(string feed, Func<string, string> cells, params string[] amounts)
    {
        DateTime read = new(2026, 10, 2, 6, 55, 0, DateTimeKind.Unspecified);
        for (int report = 0; report < amounts.Length; report++, read += TimeSpan.FromMinutes(15))
        {
            string row = string.Create(CultureInfo.InvariantCulture, $"1,Creek,{read:yyyy-MM-dd HH:mm},{cells(amounts[report])}\r\n");
            string header = string.Create(
                CultureInfo.InvariantCulture,
                $"Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) Report Date: {read:yyyy-MM-dd HH:mm}\r\n");
            _site.With(request => request.RequestUri!.AbsolutePath.EndsWith("/Rainfall.csv", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(header + row) }
                : null);
            string isThere = string.Create(CultureInfo.InvariantCulture, $"to {read:yyyy-MM-dd HH:mm}");
            if (report == 0)
            {
                await _site.GetStringAsync(feed);
            }
            else
            {
                await _site.RefreshUntilAsync(feed, shown => shown.Contains(isThere, StringComparison.Ordinal));
            }
        }
    }
}
