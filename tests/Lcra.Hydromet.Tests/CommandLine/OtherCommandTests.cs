using System.Text.Json;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

public sealed class OtherCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task The_nearest_gauges_come_first_with_distance_and_direction()
    {
        ToolRun run = await ToolRun.OfAsync("gauges", "--near", "30.57,-98.27", "--take", "2", "--replay");

        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal((0, 2), (run.ExitCode, lines.Length));
        Assert.StartsWith("LCRA:2992 Backbone Creek at Marble Falls, 2.0 km at 318 degrees: ", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gauges", "--near", "30.57,98.27", "--replay")]
    [InlineData("sync", "--near", "30.57,98.27", "--replay", "--store", "never-made.db")]
    public async Task A_place_outside_the_network_is_exit_code_3_and_says_that_longitudes_are_negative(params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("km away, so the network does not reach that place. In Texas the longitude is negative", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_period_and_lists_no_type_names()
    {
        ToolRun total = await ToolRun.OfAsync("total", "--help");
        ToolRun gauges = await ToolRun.OfAsync("gauges", "--help");

        Assert.Contains(" total <site> <period> [options]", total.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[default: Inches]", total.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[default: 10]", gauges.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_place_every_gauge_is_listed()
    {
        ToolRun run = await ToolRun.OfAsync("gauges", "--replay", "--json");

        Assert.True(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length > 246);
        Assert.Equal("LCRA", JsonDocument.Parse(run.Output.Split('\n')[0]).RootElement.GetProperty("site").GetString()![..4]);
    }

    [Fact]
    public async Task A_history_ends_with_its_sum_and_how_much_of_it_is_known()
    {
        ToolRun run = await ToolRun.OfAsync("history", "2268", "--from", "2026-09-01", "--to", "2026-09-30", "--replay");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("LCRA:2268 total: 0.76 in, 2026-09-01 00:00 -05:00 to 2026-10-01 00:00 -05:00, coverage 1", run.Output.TrimEnd('\n').Split('\n')[^1]);
    }

    [Fact]
    public async Task A_history_up_to_today_says_that_the_last_day_is_still_running()
    {
        ToolRun run = await ToolRun.OfAsync("history", "3018", "--from", "2026-09-30", "--to", "2026-10-02", "--replay");

        Assert.Equal(
            [
                "2026-09-30 0.00 in",
                "2026-10-01 1.62 in",
                "2026-10-02 1.20 in, still running",
                "LCRA:3018 total: 2.82 in, 2026-09-30 00:00 -05:00 to 2026-10-03 00:00 -05:00, coverage 0.667, 2026-10-02 is still running",
            ],
            run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Days_without_an_amount_are_named_and_those_to_come_are_not_missing()
    {
        ToolRun gap = await ToolRun.OfAsync("history", "3018", "--from", "2025-07-04", "--to", "2025-07-08", "--replay");
        ToolRun ahead = await ToolRun.OfAsync("history", "3018", "--from", "2026-10-01", "--to", "2026-10-10", "--replay");
        ToolRun two = await ToolRun.OfAsync("history", "2959", "3018", "--from", "2026-10-01", "--to", "2026-10-01", "--replay");

        Assert.Contains(gap.Output.Split('\n'), line => line.EndsWith(" no amount", StringComparison.Ordinal));
        Assert.Contains("\nLCRA:3018 total: 2.82 in, 2026-10-01 00:00 -05:00 to 2026-10-03 00:00 -05:00, coverage 0.5, 2026-10-02 is still running\n", ahead.Output, StringComparison.Ordinal);
        Assert.Equal("The days after 2026-10-02 are to come.\n", ahead.Error);
        Assert.Equal(["LCRA:2959 2026-10-01 1.47 in", "LCRA:3018 2026-10-01 1.62 in"], two.Output.Split('\n').Where(line => !line.Contains("total", StringComparison.Ordinal) && line.Length > 0));
    }

    [Theory]
    [InlineData("Did you mean --replay?", "total", "3018", "24h", "--relpay")]
    [InlineData("Did you mean total?", "totl", "3018", "24h")]
    [InlineData("Did you mean status?", "archive", "statu")]
    [InlineData("The nearest name is LCRA:3018 (Hamilton Creek near Marble Falls).", "total", "Hamiltn Creek", "24h", "--replay")]
    [InlineData("No feed has the name 'Zzyzx'. 'hydromet gauges' lists all.", "total", "Zzyzx", "24h", "--replay")]
    public async Task A_misspelled_word_has_the_nearest_one_or_none(string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);

        Assert.Equal("", run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("history")]
    public async Task A_total_of_days_of_which_some_are_missing_says_how_many(string command)
    {
        ToolRun run = await ToolRun.OfAsync(command, "3018", "--from", "2025-07-04", "--to", "2025-07-08", "--replay");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("LCRA:3018 total of the days with an amount, 3 of 5 days missing: 3.36 in, ", run.Output.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--csv")]
    public async Task Months_without_an_amount_are_exit_code_1(params string[] format)
    {
        ToolRun run = await ToolRun.OfAsync(["history", "3018", "--from", "2025-07-01", "--to", "2025-07-31", "--by", "month", "--replay", .. format]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("That does not mean that it was dry.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--csv")]
    [InlineData("--json", "--wide")]
    [InlineData("--by", "month")]
    public async Task Of_several_gauges_the_one_without_any_amount_is_named(params string[] format)
    {
        ToolRun run = await ToolRun.OfAsync(["history", "2959", "3018", "--from", "1996-05-01", "--to", "1996-05-31", "--replay", .. format]);

        Assert.Equal((0, "LCRA has no amount for LCRA:3018 in that time, or the gauge is unknown. That does not mean that it was dry.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_history_without_an_amount_is_exit_code_1_and_not_dry()
    {
        ToolRun run = await ToolRun.OfAsync("history", "2959", "--from", "1950-01-01", "--to", "1950-01-02", "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does not mean that it was dry", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_the_recording_healthy()
    {
        ToolRun run = await ToolRun.OfAsync("doctor", "--replay");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Rainfall.csv: as expected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_changed_is_exit_code_5()
    {
        HydrometRecording storm = HydrometRecording.StormOfOctober2026();
        await using LoopbackServer server = new(async (request, stream, token) =>
        {
            string path = request.Split(' ')[1][1..];
            byte[] body = path == HydrometFeed.Rainfall.Path ? FeedFile.Read(HydrometFeed.Rainfall, "extra-column")
                : path.StartsWith(HydrometFeed.History.Path, StringComparison.Ordinal) ? """{"records":[{"dateTime":"2026-10-01T05:00:00Z","value1":0.5}]}"""u8.ToArray()
                : storm.Responses.Single(answer => answer.Path == path).Body.ToArray();
            await stream.WriteAsync(LoopbackServer.Ok(body), token);
        });

        ToolRun run = await ToolRun.OfAsync("doctor", "--base-address", server.Address.ToString(), "--json");

        Assert.Equal("changed", JsonDocument.Parse(run.Output.Split('\n')[0]).RootElement.GetProperty("verdict").GetString());
        Assert.Equal(5, run.ExitCode);
    }

    [Fact]
    public async Task What_is_recorded_can_be_replayed()
    {
        ToolRun run = await ToolRun.OfAsync("record", _folder.FullName, "--replay");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(5, run.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Equal(5, HydrometRecording.FromFolder(_folder.FullName).Responses.Count);
    }

    [Fact]
    public async Task A_watch_tells_what_is_over_and_ends_with_0_when_it_is_stopped()
    {
        using CancellationTokenSource stop = new();
        await using StoppingWriter output = new(stop);
        await using StringWriter error = new();

        int code = await Lcra.Hydromet.CommandLine.HydrometTool.RunAsync(
            ["watch", "--over", "3018:24_hour:1.00:0.50", "--replay"], new Lcra.Hydromet.CommandLine.ToolConsole(output, error), stop.Token);

        Assert.Equal(0, code);
        Assert.Equal(
            "LCRA:3018 Hamilton Creek near Marble Falls: over 1.00 in, 2.81 in over the last 24 hours, 2026-10-01 06:55 -05:00 to 2026-10-02 06:55 -05:00\n",
            output.ToString());
    }

    [Fact]
    public async Task Ctrl_C_during_a_download_is_exit_code_130()
    {
        using CancellationTokenSource stop = new();
        await using LoopbackServer server = new(async (_, _, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });

        ToolRun run = await ToolRun.OfAsync(["total", "3018", "24_hour", "--base-address", server.Address.ToString()], stop.Token);

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Presses Ctrl+C as soon as a line is there.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override void Flush() => stop.Cancel();
    }
}
