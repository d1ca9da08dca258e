using System.Globalization;
using System.Text;
using System.Text.Json;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary><c>hydromet window</c>, <c>daily</c> and <c>events</c>.</summary>
public class WindowCommandTests
{
    private const string Weekend = "2026-09-25T18:00";
    private const string Sunday = "2026-09-27T12:00";

    [Fact]
    public async Task A_window_of_whole_days_is_the_sum_of_LCRAs_daily_rain()
    {
        ToolRun run = await ToolRun.OfAsync("window", "3018", "2026-10-01T00:00", "2026-10-02T00:00", "--replay");

        Assert.Equal((0, "LCRA:3018: 1.62 in, 2026-10-01 00:00 -05:00 to 2026-10-02 00:00 -05:00, coverage 1\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Any_other_window_is_counted_from_the_readings_and_names_what_was_not_measured()
    {
        await using LoopbackServer server = Counts();

        ToolRun run = await ToolRun.OfAsync("window", "3018", Weekend, Sunday, "--base-address", server.Address.ToString());

        Assert.Equal(
            """
            LCRA:3018: 0.60 in, 2026-09-25 18:00 -05:00 to 2026-09-27 12:00 -05:00, coverage 0.714
              not measured: 2026-09-27 00:00 -05:00 to 2026-09-27 12:00 -05:00

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("2026-09-25T18:00-05:00", "2026-09-27T12:00-05:00")]
    [InlineData("2026-09-25T23:00Z", "2026-09-27T17:00:00Z")]
    [InlineData("2026-09-25 18:00 -05:00", "2026-09-27 12:00")]
    public async Task A_time_without_an_offset_is_Central_time_on_every_machine(string from, string to)
    {
        await using LoopbackServer server = Counts();

        ToolRun run = await ToolRun.OfAsync("window", "3018", from, to, "--json", "--base-address", server.Address.ToString());

        JsonElement row = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ("LCRA_3018", 0.60m, 15.2m, "measured", 1, "2026-09-25T23:00:00Z", "2026-09-27T12:00:00-05:00"),
            (row.GetProperty("site").GetString(), row.GetProperty("rain_in").GetDecimal(), row.GetProperty("rain_mm").GetDecimal(), row.GetProperty("status").GetString(),
                row.GetProperty("gaps").GetInt32(), row.GetProperty("start_utc").GetString(), row.GetProperty("end_central").GetString()));
    }

    [Theory]
    [InlineData("'yesterday' is not a time", "yesterday", Sunday)]
    [InlineData("use 'hydromet daily'", "2026-09-25", Sunday)]
    [InlineData("does not exist in Central time", "2026-03-08T02:30", Sunday)]
    [InlineData("occurs twice in Central time", "2025-11-02T01:30", Sunday)]
    [InlineData("'0001-01-01T00:00Z' is not a time between 1901 and 9998", "0001-01-01T00:00Z", Sunday)]
    [InlineData("'9999-12-31T23:59' is not a time", "9999-12-31T23:59", Sunday)]
    [InlineData("The end must be after the start", Sunday, Weekend)]
    [InlineData("must not be in the future", "2026-10-03T00:00", "2026-10-04T00:00")]
    [InlineData("must not be in the future", "2026-10-01T00:00", "2026-10-03T00:00")]
    [InlineData("at most 366 days", "2025-09-01T00:00", "2026-09-27T00:00")]
    [InlineData("'--from'", "--from", Sunday)]
    public async Task A_window_that_cannot_be_is_exit_code_2_and_says_why(string message, string from, string to)
    {
        ToolRun run = await ToolRun.OfAsync("window", "3018", from, to, "--replay");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_without_a_reading_is_exit_code_1_with_its_reason()
    {
        ToolRun run = await ToolRun.OfAsync("window", "3018", Weekend, Sunday, "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("LCRA:3018: no amount (NotInFeed), ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Daily_rain_needs_no_days_and_ends_today()
    {
        ToolRun run = await ToolRun.OfAsync("daily", "3018", "--csv", "--replay");

        string[] lines = run.Output.TrimEnd().Split("\r\n");
        Assert.Equal((0, 31), (run.ExitCode, lines.Length));
        Assert.Equal(("LCRA_3018,2026-09-03,", "LCRA_3018,2026-10-02,1.2,measured,true"), (lines[1][..21], lines[^1]));
    }

    [Fact]
    public async Task Daily_rain_of_chosen_days_is_what_the_history_says()
    {
        string[] days = ["--from", "2026-09-30", "--to", "2026-10-02", "--units", "mm", "--replay"];

        ToolRun daily = await ToolRun.OfAsync(["daily", "3018", .. days]);

        Assert.Equal(
            """
            2026-09-30 0.0 mm
            2026-10-01 41.1 mm
            2026-10-02 30.5 mm, still running
            LCRA:3018 total: 71.6 mm, 2026-09-30 00:00 -05:00 to 2026-10-03 00:00 -05:00, coverage 0.667, 2026-10-02 is still running

            """.ReplaceLineEndings("\n"),
            daily.Output);
        Assert.Equal((await ToolRun.OfAsync(["history", "3018", .. days])).Output, daily.Output);
    }

    [Fact]
    public async Task Days_without_an_amount_are_exit_code_1_and_not_dry()
    {
        ToolRun run = await ToolRun.OfAsync("daily", "2992", "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does not mean that it was dry", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_parted_by_dry_time_and_end_with_their_sum()
    {
        await using LoopbackServer server = Counts();
        string[] days = ["--from", "2026-09-25", "--to", "2026-09-26", "--base-address", server.Address.ToString()];

        ToolRun six = await ToolRun.OfAsync(["events", "3018", .. days]);
        ToolRun two = await ToolRun.OfAsync(["events", "3018", "--inter-event-time", "2h", "--at-least", "0.25", .. days]);

        Assert.Equal(
            """
            0.60 in, 2026-09-25 20:00 -05:00 to 2026-09-26 00:45 -05:00, coverage 1, data missing before
            LCRA:3018 total: 0.60 in, 2026-09-25 00:00 -05:00 to 2026-09-27 00:00 -05:00, coverage 0.625, 1 event

            """.ReplaceLineEndings("\n"),
            six.Output);
        Assert.Equal(("0.40 in, 2026-09-25 20:00 -05:00 to 2026-09-25 21:00 -05:00, coverage 1", 2), (Lines(two)[0], Lines(two).Length));
    }

    [Fact]
    public async Task Events_of_daily_totals_go_far_back_and_are_the_files_of_the_library()
    {
        ToolRun text = await ToolRun.OfAsync("events", "3018", "--daily", "--from", "2026-09-01", "--units", "mm", "--at-least", "1.00", "--replay");
        ToolRun csv = await ToolRun.OfAsync("events", "3018", "--daily", "--from", "2026-09-01", "--csv", "--replay");

        Assert.Equal("71.6 mm, 2026-10-01 00:00 -05:00 to 2026-10-03 00:00 -05:00, coverage 0.5, data missing after", Lines(text)[^2]);
        Assert.EndsWith(", 2026-10-02 is still running", Lines(text)[^1], StringComparison.Ordinal);
        Assert.Equal("site,day,rain_in,status,start_utc,start_central,end_utc,end_central,coverage,incomplete,missing_before,missing_after", Lines(csv)[0]);
        Assert.StartsWith("LCRA_3018,,2.82,measured,2026-10-01T05:00:00Z,", Lines(csv)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "does not mean that it was dry", "events", "3018")]
    [InlineData(2, "leave out --inter-event-time", "events", "3018", "--daily", "--inter-event-time", "6h")]
    [InlineData(2, "with its unit", "events", "3018", "--inter-event-time", "6")]
    [InlineData(2, "amount in inches", "events", "3018", "--at-least", "-1")]
    [InlineData(2, "at most 366 days", "events", "3018", "--from", "2020-01-01")]
    [InlineData(2, "must not be in the future", "daily", "3018", "--from", "2026-10-03", "--to", "2026-10-04")]
    [InlineData(2, "--to must not be before --from", "daily", "3018", "--from", "2026-10-02", "--to", "2026-10-01")]
    [InlineData(2, "--units applies to text", "daily", "3018", "--units", "mm", "--csv")]
    [InlineData(3, "No feed has the name 'nowhere'", "daily", "nowhere")]
    public async Task A_command_that_cannot_succeed_says_why(int code, string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync([.. arguments, "--replay"]);

        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string[] Lines(ToolRun run) => run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    // Readings every 15 minutes from Friday 6 pm to Sunday midnight: 0.40 inches from 8 to 9 pm and 0.20 from midnight to 0:45 am.
    private static LoopbackServer Counts()
    {
        DateTimeOffset friday = new(2026, 9, 25, 18, 0, 0, TimeSpan.FromHours(-5));
        IEnumerable<string> records = Enumerable.Range(0, (30 * 4) + 1).Select(step =>
        {
            decimal inches = 12.00m + (0.10m * Math.Clamp(step - 8, 0, 4)) + (0.10m * Math.Clamp(step - 25, 0, 2));
            return RecordedHistories.Record(
                friday.AddMinutes(15 * step).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:00'Z'", CultureInfo.InvariantCulture), FormattableString.Invariant($"\"value1\": {inches}"));
        });
        byte[] body = Encoding.UTF8.GetBytes(RecordedHistories.Answer(records.Reverse()));
        return new LoopbackServer(async (request, stream, token) => await stream.WriteAsync(
            request.Contains("/rain/", StringComparison.Ordinal) ? LoopbackServer.Ok(body)
                : LoopbackServer.Ok(HydrometRecording.StormOfOctober2026().Responses.Single(response => request.Contains(response.Path, StringComparison.Ordinal)).Body.ToArray()),
            token));
    }
}
