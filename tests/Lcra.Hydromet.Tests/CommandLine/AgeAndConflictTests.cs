using System.Text.Json;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>What the tool says of contradicted totals and old reports.</summary>
public class AgeAndConflictTests
{
    [Fact]
    public async Task A_contradicted_total_says_at_least_how_much_it_is_and_why()
    {
        ToolRun run = await ToolRun.OfAsync("total", "3018", "this_month", "--replay");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            ", at least 2.82 in by other totals of this gauge (contains:24_hour 2.81 in, tiles:1_day_ago+since_midnight 2.82 in)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_lower_bound_and_the_conflicts_in_one_text()
    {
        JsonElement total = JsonDocument.Parse((await ToolRun.OfAsync("total", "3018", "this_month", "--replay", "--json")).Output).RootElement;

        Assert.Equal(2.82m, total.GetProperty("lower_bound_in").GetDecimal());
        Assert.Equal("contains:24_hour tiles:1_day_ago+since_midnight", total.GetProperty("conflicts").GetString());
    }

    [Fact]
    public async Task An_old_report_says_its_age_in_days_and_no_gauge_of_it_reports_now()
    {
        await using LoopbackServer server = Lcra();

        string total = (await ToolRun.OfAsync("total", "3018", "24_hour", "--base-address", server.Address.ToString())).Output;
        string gauges = (await ToolRun.OfAsync("gauges", "--base-address", server.Address.ToString())).Output;

        Assert.Matches("read [0-9]+ days?( [0-9]+ h)? ago, stale: LCRA's report is [0-9]+ days?( [0-9]+ h)? old", total);
        Assert.Matches("LCRA:3018 .*, was reporting at 2026-10-02 07:00 -05:00, stale: LCRA's report is [0-9]+ days?( [0-9]+ h)? old", gauges);
    }

    [Theory]
    [InlineData("total", "3018", "24_hour", "--json")]
    [InlineData("total", "3018", "24_hour", "--csv")]
    [InlineData("gauges", "--take", "1", "--json")]
    public async Task A_file_has_the_time_of_an_old_report_and_standard_error_its_age(params string[] arguments)
    {
        await using LoopbackServer server = Lcra();

        ToolRun run = await ToolRun.OfAsync([.. arguments, "--base-address", server.Address.ToString()]);

        Assert.Contains("2026-10-02T12:00:00Z", run.Output, StringComparison.Ordinal);
        Assert.Matches("^Rainfall.csv, stale: LCRA's report is [0-9]+ days?( [0-9]+ h)? old[.]\n$", run.Error);
    }

    // The feed files of 2026 are old for as long as this code lives.
    private static LoopbackServer Lcra() => new(async (request, stream, token) => await stream.WriteAsync(
        new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites }
            .FirstOrDefault(feed => request.Contains(feed.Path, StringComparison.Ordinal)) is { } feed
            ? LoopbackServer.Ok(FeedFile.Read(feed, "plain"))
            : throw new InvalidOperationException($"No test expects {request}."),
        token));
}
