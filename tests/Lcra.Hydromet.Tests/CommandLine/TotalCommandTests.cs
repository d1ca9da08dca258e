using System.Text.Json;
using Lcra.Hydromet.Tests.Docs;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

public class TotalCommandTests
{
    private const string Readme = "lib/Lcra.Hydromet.Tool/README.md";

    [Fact]
    public async Task The_readmes_command_prints_what_the_readme_says()
    {
        string command = MarkdownBlock.Read(Readme, "sh").Single(line => line.StartsWith("hydromet ", StringComparison.Ordinal));

        ToolRun run = await ToolRun.OfAsync(command.Split(' ')[1..]);

        Assert.Equal((0, MarkdownBlock.Read(Readme, "text").Single() + "\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task The_same_is_printed_where_people_write_a_decimal_comma()
    {
        using CultureScope german = new("de-DE");

        Assert.Contains(": 2.81 in, ", (await ToolRun.OfAsync("total", "3018", "24_hour", "--replay")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gauge_of_another_agency_and_a_period_of_the_all_sites_response_are_found()
    {
        Assert.Equal(0, (await ToolRun.OfAsync("total", "COA:950", "24_hour", "--replay")).ExitCode);
        Assert.Equal(0, (await ToolRun.OfAsync("total", "3018", "12_hour", "--replay")).ExitCode);
    }

    [Fact]
    public async Task Json_has_the_names_of_the_export()
    {
        ToolRun run = await ToolRun.OfAsync("total", "3018", "24_hour", "--replay", "--json");

        Assert.Equal(2.81m, JsonDocument.Parse(run.Output).RootElement.GetProperty("rain_in").GetDecimal());
    }

    [Fact]
    public async Task A_missing_value_is_exit_code_1_with_its_reason()
    {
        ToolRun run = await ToolRun.OfAsync("total", "2200", "last_year", "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no amount (Blank)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("total")]
    [InlineData("total", "3018")]
    [InlineData("total", "3018", "24_hour", "--replay", "--base-address", "http://127.0.0.1:9/")]
    [InlineData("total", "3018", "24_hour", "--base-address", "ftp://127.0.0.1/")]
    [InlineData("gauges", "--near", "north", "--replay")]
    [InlineData("gauges", "--near", "91,0", "--replay")]
    [InlineData("gauges", "--take", "0", "--replay")]
    [InlineData("history", "2959", "--replay")]
    [InlineData("history", "2959", "--from", "2026-09-30", "--to", "2026-09-01", "--replay")]
    [InlineData("history", "2959", "--from", "9/1/2026", "--to", "2026-09-01", "--replay")]
    [InlineData("history", "2959", "--from", "2026-09-01", "--to", "2026-09-01", "--csv", "--json", "--replay")]
    [InlineData("watch", "--over", "3018", "--replay")]
    [InlineData("watch", "--over", "24_hour:1:2", "--replay")]
    [InlineData("watch", "--over", "3018:24_hour:1.00:2.00", "--replay")]
    [InlineData("watch", "--every", "0", "--replay")]
    [InlineData("rain")]
    public async Task A_wrong_command_line_is_exit_code_2_and_says_why(params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Error);
    }

    [Theory]
    [InlineData("total", "1", "24_hour", "--replay")]
    [InlineData("total", "no site!", "24_hour", "--replay")]
    [InlineData("total", "3018", "25_hour", "--replay")]
    [InlineData("watch", "--over", "1:24_hour:1.00", "--replay")]
    [InlineData("watch", "--over", "LCRA:3018:25_hour:1.00", "--replay")]
    public async Task An_unknown_site_or_period_is_exit_code_3(params string[] arguments)
    {
        Assert.Equal(3, (await ToolRun.OfAsync(arguments)).ExitCode);
    }

    [Theory]
    [InlineData("total", "3018", "24_hour")]
    [InlineData("gauges")]
    [InlineData("history", "2959", "--from", "2026-09-01", "--to", "2026-09-01")]
    [InlineData("doctor")]
    public async Task When_LCRA_refuses_it_is_exit_code_4(params string[] arguments)
    {
        await using LoopbackServer server = LoopbackServer.Saying("HTTP/1.1 404 Not Found\nContent-Length: 0\nConnection: close");

        ToolRun run = await ToolRun.OfAsync([.. arguments, "--base-address", server.Address.ToString()]);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("404", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_one_feed_that_counts_is_down_it_is_exit_code_4()
    {
        await using LoopbackServer server = new(async (request, stream, token) => await stream.WriteAsync(
            request.Contains("Rain5Day", StringComparison.Ordinal)
                ? LoopbackServer.Ok(FeedFile.Read(HydrometFeed.FiveDayRainfall, "plain"))
                : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            token));

        ToolRun run = await ToolRun.OfAsync("total", "3018", "24_hour", "--base-address", server.Address.ToString());

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("no amount (FeedUnavailable)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_would_steer_the_terminal_cannot()
    {
        byte[] feed = [.. FeedFile.Read(HydrometFeed.Rainfall, "plain")];
        int place = feed.AsSpan().IndexOf("Hamilton"u8);
        feed[place] = 0x1B;
        await using LoopbackServer server = new(async (request, stream, token) => await stream.WriteAsync(
            request.Contains("Rainfall.csv", StringComparison.Ordinal)
                ? LoopbackServer.Ok(feed)
                : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            token));

        ToolRun run = await ToolRun.OfAsync("total", "3018", "24_hour", "--base-address", server.Address.ToString());

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain('\x1B', run.Output);
    }
}
