using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Gauges;

public sealed class GaugesPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task The_wettest_gauge_is_first() =>
        Assert.StartsWith("Colorado River near Glen Flora 6475", (await RowsAsync("/gauges?page=all"))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Missing_values_are_last_in_either_direction(string descending)
    {
        IReadOnlyList<string> rows = await RowsAsync($"/gauges?period=last_year&sort=rain&desc={descending}&page=all");

        Assert.Equal(14, rows.Reverse().TakeWhile(row => row.Contains('–', StringComparison.Ordinal)).Count());
        Assert.Equal(14, rows.Count(row => row.Contains('–', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_dry_gauge_has_a_zero_and_no_dash() =>
        Assert.Contains(await RowsAsync("/gauges?q=2200&period=1_hour"), row => row.Contains("0.00", StringComparison.Ordinal) && !row.Contains('–', StringComparison.Ordinal));

    [Fact]
    public async Task A_name_sorts_by_the_alphabet_and_the_other_way_round()
    {
        IReadOnlyList<string> rows = await RowsAsync("/gauges?sort=name&q=lake&page=all");

        Assert.Equal(rows.Order(StringComparer.OrdinalIgnoreCase), rows);
        Assert.Equal(rows.Reverse(), await RowsAsync("/gauges?sort=name&q=lake&desc=true&page=all"));
    }

    [Fact]
    public async Task Words_and_basin_narrow_the_list_down()
    {
        string page = await site.GetStringAsync("/gauges?q=llano+river&basin=Llano");

        Assert.NotEmpty(PageText.Rows(page));
        Assert.All(PageText.Rows(page), row => Assert.Matches("River.*Llano|Llano.*River", row));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so() =>
        Assert.Contains("No gauge matches.", PageText.Words(await site.GetStringAsync("/gauges?q=atlantis")), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_period_is_a_404_that_names_the_known_ones()
    {
        using HttpResponseMessage response = await site.GetAsync("/gauges?period=49_hour");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("the last 24 hours", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_types_is_never_markup() =>
        Assert.DoesNotContain("<b>x", await site.GetStringAsync("/gauges?q=%3Cb%3Ex&basin=%3Cb%3Ex"), StringComparison.Ordinal);

    [Fact]
    public async Task A_heading_links_to_the_list_sorted_by_it()
    {
        string page = WebUtility.HtmlDecode(await site.GetStringAsync("/gauges?q=lake"));

        Assert.Contains("href=\"/gauges?period=24_hour&q=lake&sort=name&desc=false\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_period_says_its_window() =>
        Assert.Contains("Thu, Oct 1, 2026, midnight to midnight.", PageText.Words(await site.GetStringAsync("/gauges?period=1_day_ago")), StringComparison.Ordinal);

    [Fact]
    public async Task The_list_comes_in_pages_of_fifty_and_whole()
    {
        IReadOnlyList<string> whole = await RowsAsync("/gauges?period=24_hour&page=all");
        List<string> pages = [];
        for (int page = 1; page <= (whole.Count + 49) / 50; page++)
        {
            IReadOnlyList<string> rows = await RowsAsync($"/gauges?period=24_hour&page={page}");
            Assert.InRange(rows.Count, 1, 50);
            pages.AddRange(rows);
        }

        Assert.Equal(whole, pages);
        Assert.Equal((await RowsAsync("/gauges?page=99"))[^1], whole[^1]);
        Assert.Contains($"Show all {whole.Count}", PageText.Words(await site.GetStringAsync("/gauges")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("100000000000")]
    public async Task A_page_that_is_none_is_the_first(string page) =>
        Assert.Equal(await RowsAsync("/gauges?period=24_hour"), await RowsAsync($"/gauges?period=24_hour&page={page}"));

    private async Task<IReadOnlyList<string>> RowsAsync(string address) => PageText.Rows(await site.GetStringAsync(address));
}
