using Lcra.Hydromet.CommandLine;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>Gauges by name, periods as people write them, and amounts in millimeters.</summary>
public class GaugeAndPeriodNameTests
{
    [Theory]
    [InlineData("total", "Hamilton Creek near Marble Falls", "24_hour")]
    [InlineData("total", "hamilton creek", "24_hour")]
    [InlineData("total", "Hamilton", "24h")]
    [InlineData("total", "3018", "24-hour")]
    [InlineData("total", "lcra_3018", "24 Hours")]
    public async Task A_gauge_is_found_by_its_name_and_a_period_by_its_usual_spellings(params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync([.. arguments, "--csv", "--replay"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((await ToolRun.OfAsync("total", "3018", "24_hour", "--csv", "--replay")).Output, run.Output);
    }

    [Theory]
    [InlineData("1h", "1_hour")]
    [InlineData("30min", "30_minute")]
    [InlineData("30m", "30_minute")]
    [InlineData("2w", "2_weeks")]
    [InlineData("1-week", "1_week")]
    [InlineData("30d", "30_day")]
    [InlineData("Since Midnight", "since_midnight")]
    [InlineData("thismonth", "this_month")]
    [InlineData("1_day_ago", "1_day_ago")]
    [InlineData("25h", null)]
    [InlineData("5d", null)]
    [InlineData("h", null)]
    [InlineData("", null)]
    public void A_spelling_means_one_period_or_none(string text, string? key) => Assert.Equal(key, PeriodNames.Find(text)?.Key);

    [Fact]
    public void Every_key_means_its_own_period() => Assert.All(RainfallPeriod.All, period => Assert.Same(period, PeriodNames.Find(period.Key)));

    [Fact]
    public async Task A_name_of_several_gauges_is_exit_code_3_and_lists_them()
    {
        ToolRun run = await ToolRun.OfAsync("total", "Marble Falls", "24h", "--replay");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Matches(@"^[0-9]+ gauges have the name 'Marble Falls'\. Choose one by its number: .*LCRA:3018 \(Hamilton Creek near Marble Falls\)", run.Error);
    }

    [Fact]
    public async Task A_misspelled_name_is_exit_code_3_with_the_nearest_one()
    {
        ToolRun run = await ToolRun.OfAsync("total", "Hamiltn Creek near Marble Falls", "24h", "--replay");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("The nearest name is LCRA:3018 (Hamilton Creek near Marble Falls).", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_feed_is_down_a_gauge_that_is_not_found_is_not_unknown()
    {
        await using LoopbackServer server = new(async (request, stream, token) => await stream.WriteAsync(
            request.Contains("Rainfall.csv", StringComparison.Ordinal)
                ? LoopbackServer.Ok(Support.FeedFile.Read(HydrometFeed.Rainfall, "plain"))
                : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            token));

        ToolRun run = await ToolRun.OfAsync("total", "COA:950", "24_hour", "--base-address", server.Address.ToString());

        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("No available feed has the gauge COA:950. Unavailable: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_works_wherever_a_gauge_is_named()
    {
        ToolRun compared = await ToolRun.OfAsync("compare", "Hamilton Creek", "Marble Falls 4 WSW", "--period", "24h", "--replay");
        ToolRun history = await ToolRun.OfAsync("history", "Hamilton Creek", "--from", "2026-10-01", "--to", "2026-10-01", "--csv", "--replay");
        ToolRun climate = await ToolRun.OfAsync("climate", "Hamilton Creek", "--years", "1", "--replay");
        ToolRun window = await ToolRun.OfAsync("window", "Hamilton Creek", "2026-10-01T00:00", "2026-10-02T00:00", "--replay");

        Assert.StartsWith("the last 24 hours: LCRA:3018 2.81 in, LCRA:2959 1.44 in\n", compared.Output, StringComparison.Ordinal);
        Assert.Contains("LCRA_3018,2026-10-01,1.62,", history.Output, StringComparison.Ordinal);
        Assert.StartsWith("LCRA:3018: daily rain ", climate.Output, StringComparison.Ordinal);
        Assert.StartsWith("LCRA:3018: 1.62 in, ", window.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_in_millimeters_converts_every_amount_and_no_name()
    {
        ToolRun run = await ToolRun.OfAsync("total", "3018", "this_month", "--units", "mm", "--replay");

        Assert.StartsWith("LCRA:3018 Hamilton Creek near Marble Falls, this month so far: 47.8 mm, 2026-10-01 00:00 -05:00 to ", run.Output, StringComparison.Ordinal);
        Assert.Contains(", at least 71.6 mm by other totals of this gauge (contains:24_hour 71.4 mm, tiles:1_day_ago+since_midnight 71.6 mm); ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" in,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_climate_in_millimeters_has_no_amount_in_inches()
    {
        ToolRun inches = await ToolRun.OfAsync("climate", "3018", "--replay");
        ToolRun run = await ToolRun.OfAsync("climate", "3018", "--units", "mm", "--replay");

        Assert.Contains("  Wettest day: June 27, 2007, 401.8 mm (of 8,848).", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9] in[ ,.;)]", run.Output);
        Assert.Equal(inches.Output.Split('\n').Length, run.Output.Split('\n').Length);
    }

    [Fact]
    public async Task Sums_of_a_history_are_in_millimeters_too() => Assert.StartsWith(
        "LCRA:2268 2026-09-01 to 2026-09-30: 19.3 mm\n",
        (await ToolRun.OfAsync("history", "2268", "--from", "2026-09-01", "--to", "2026-09-30", "--by", "month", "--units", "mm", "--replay")).Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("2.5 in Creek", "LCRA:1 2.5 in Creek, today: 25.4 mm")]
    [InlineData("4 WSW", "LCRA:1 4 WSW, today: 25.4 mm")]
    public void A_name_that_reads_like_an_amount_stays(string name, string expected) => Assert.Equal(
        expected, UnitsOption.Convert($"LCRA:1 {name}, today: 1.00 in", new Site { Id = SiteId.Parse("1"), Name = name }, RainUnit.Millimeters));

    [Fact]
    public async Task Gauges_are_chosen_by_basin_name_and_period()
    {
        ToolRun basin = await ToolRun.OfAsync("gauges", "--basin", "highland lakes", "--replay");
        ToolRun named = await ToolRun.OfAsync("gauges", "--near", "30.57,-98.27", "--name", "marble falls", "--period", "since-midnight", "--take", "2", "--replay");

        Assert.Equal(75, basin.Output.TrimEnd('\n').Split('\n').Length);
        string[] lines = named.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Matches("^LCRA:[0-9]+ [^:]*Marble Falls.*: [0-9.]+ in, since midnight, read ", line));
    }

    [Theory]
    [InlineData("No gauge has that name there", "gauges", "--name", "nowhere")]
    [InlineData("The nearest names are 'Highland Lakes'", "gauges", "--basin", "Higland Lakes")]
    [InlineData("'25h' is not a period", "gauges", "--period", "25h")]
    public async Task A_choice_without_a_gauge_is_exit_code_3(string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync([.. arguments, "--replay"]);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
