using System.Text.Json;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rainfall;

/// <summary>What the site says of totals that contradict each other, and of gauges that fell silent.</summary>
public sealed class ConflictTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task The_api_has_the_lower_bound_and_both_conflicts()
    {
        JsonElement total = JsonDocument.Parse(await site.GetStringAsync("/api/rainfall/3018/this_month")).RootElement;

        Assert.Equal(2.82m, total.GetProperty("lowerBoundInches").GetDecimal());
        Assert.Equal(
            [("24_hour", "contains", 0), (null, "tiles", 2)],
            total.GetProperty("conflicts").EnumerateArray().Select(conflict => (
                conflict.GetProperty("period").GetString(),
                conflict.GetProperty("rule").GetString(),
                conflict.TryGetProperty("parts", out JsonElement parts) ? parts.GetArrayLength() : 0)));
    }

    [Theory]
    [InlineData("/?site=3018&period=this_month", "LCRA's month total is behind: at least 2.82 inches by its own daily totals.")]
    [InlineData("/es/?site=3018&period=this_month", "El total del mes de la LCRA está atrasado: al menos 2.82 pulgadas según sus propios totales diarios.")]
    [InlineData("/gauges?q=3018&period=this_month", "1.88 ≥ at least 2.82 inches, by other totals of this gauge")]
    [InlineData("/text/3018/this_month.txt", ": 1.88 inches (47.8 mm), at least 2.82 in by other totals of this gauge, this month so far")]
    [InlineData("/badge/3018/this_month.svg", "1.88 in, at least 2.82 in")]
    [InlineData("/atom/3018/this_month?over=1.00", "Now: 1.88 inches, at least 2.82 in by other totals of this gauge, over 1")]
    public async Task The_number_carries_what_it_must_at_least_be(string address, string statement) =>
        Assert.Contains(statement, PageText.Words(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task A_gauge_without_contradictions_has_no_mark() =>
        Assert.DoesNotContain("class=\"bound\"", await site.GetStringAsync("/?site=2200&period=1_hour"), StringComparison.Ordinal);

    [Fact]
    public async Task A_total_that_others_cannot_hold_has_no_mark_but_its_page_says_which_do_not_fit()
    {
        string page = await site.GetStringAsync("/?site=3018&period=24_hour");

        Assert.Contains("Other totals of this gauge don't fit this one: this month so far: 1.88 inches", PageText.Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("2.81 ≠", PageText.Words(page), StringComparison.Ordinal);
        Assert.Contains("1.88 ≥ at least 2.82 inches", PageText.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_gauge_is_listed_apart()
    {
        string page = PageText.Words(await site.GetStringAsync("/gauges?page=all"));

        Assert.Contains("Not reporting and listed apart: 1.", page, StringComparison.Ordinal);
        Assert.Contains("Not reporting These gauges were not read in the hour before LCRA's report.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "The wettest gauges of the last 24 hours LCRA's report is old. These gauges were reporting at 7:00 am CDT on Friday, October 2, 2026.")]
    [InlineData("/gauges", "These gauges were reporting at 7:00 am CDT on Friday, October 2, 2026.")]
    [InlineData("/map", "These gauges were reporting at 7:00 am CDT on Friday, October 2, 2026.")]
    [InlineData("/map?lang=es", "Estos pluviómetros transmitían a las")]
    [InlineData("/?near=30.57,-98.27", "The nearest gauges that were reporting at 7:00 am CDT on Friday, October 2, 2026")]
    public async Task No_gauge_of_an_old_report_is_called_reporting(string address, string statement)
    {
        using SiteFixture old = new();
        string now = PageText.Words(await site.GetStringAsync(address));
        old.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Contains(statement, PageText.Words(await old.GetStringAsync(address)), StringComparison.Ordinal);
        Assert.DoesNotContain(statement, now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_no_gauge_has_is_not_offered_but_listed_by_the_api()
    {
        Assert.DoesNotContain("value=\"96_hour\"", await site.GetStringAsync("/gauges"), StringComparison.Ordinal);
        Assert.Contains("\"96_hour\"", await site.GetStringAsync("/api/rainfall/3018"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yesterday_of_another_agencys_gauge_stays_missing_and_the_page_says_who_publishes_it() =>
        Assert.Contains("Only LCRA's own gauges have daily totals", PageText.Words(await site.GetStringAsync("/?site=COA:950&period=1_day_ago")), StringComparison.Ordinal);

    [Fact]
    public async Task Austins_gauges_have_whole_millimeters()
    {
        JsonElement total = JsonDocument.Parse(await site.GetStringAsync("/api/rainfall/COA:860/24_hour")).RootElement;

        Assert.Equal(decimal.Truncate(total.GetProperty("millimeters").GetDecimal()), total.GetProperty("millimeters").GetDecimal());
    }
}
