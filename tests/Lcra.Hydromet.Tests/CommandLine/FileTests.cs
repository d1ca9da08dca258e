using System.Text;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>The files that the program writes are those of the library, byte for byte.</summary>
public class FileTests
{
    [Theory]
    [InlineData("--csv", ExportFormat.Csv)]
    [InlineData("--json", ExportFormat.JsonLines)]
    public async Task One_total_is_a_file_of_one_row(string option, ExportFormat format)
    {
        RainfallReport report = await Client().GetRainfallAsync();

        ToolRun run = await ToolRun.OfAsync("total", "COA:950", "24_hour", option, "--replay");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(await TextAsync(format, ExportTables.Totals, [report.Total(SiteId.Parse("COA:950"), RainfallPeriod.TwentyFourHours)!]), run.Output);
    }

    [Theory]
    [InlineData("--csv", ExportFormat.Csv)]
    [InlineData("--json", ExportFormat.JsonLines)]
    public async Task All_gauges_are_a_file_of_their_last_24_hours(string option, ExportFormat format)
    {
        RainfallReport report = await Client().GetRainfallAsync();

        ToolRun run = await ToolRun.OfAsync("gauges", option, "--replay");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(await TextAsync(format, ExportTables.Totals, report.Gauges.Select(gauge => gauge[RainfallPeriod.TwentyFourHours])), run.Output);
    }

    [Fact]
    public async Task The_nearest_gauges_have_the_same_columns_with_distance_and_direction()
    {
        string[] lines = (await ToolRun.OfAsync("gauges", "--near", "30.57,-98.27", "--take", "2", "--csv", "--replay")).Output.Split("\r\n");

        Assert.EndsWith(",source,latitude_deg,longitude_deg,distance_km,bearing_deg", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("LCRA_2992,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",318", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--csv", 365 - 274 + 1)]
    [InlineData("--json", 365 - 274)]
    public async Task Rows_without_an_amount_are_left_out_on_request_and_counted_on_standard_error(string format, int lines)
    {
        ToolRun run = await ToolRun.OfAsync("history", "2959", "--from", "1998-01-01", "--to", "1998-12-31", format, "--measured-only", "--replay");

        Assert.Equal((0, "274 rows that are not measured left out.\n"), (run.ExitCode, run.Error));
        Assert.Equal(lines, run.Output.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("notInFeed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_month_says_so_whatever_part_of_it_is_requested()
    {
        ToolRun run = await ToolRun.OfAsync("history", "2959", "--from", "2026-09-30", "--to", "2026-10-01", "--by", "month", "--csv", "--replay");

        Assert.Equal(
            """
            site,by,first_day,last_day,rain_in,status,days,days_missing,partial
            LCRA_2959,month,2026-09-01,2026-09-30,,notRequested,30,29,false
            LCRA_2959,month,2026-10-01,2026-10-31,,notRequested,31,30,true

            """.ReplaceLineEndings("\r\n"),
            run.Output);
        Assert.Equal((1, "No period has an amount, because days are missing or were not requested. That does not mean that it was dry. Request whole periods, or allow missing days with --allow-missing.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_day_that_is_not_over_is_partial_also_where_it_has_no_amount_yet() => Assert.EndsWith(
        "LCRA_2959,2026-10-02,0.04,measured,true\r\nLCRA_2959,2026-10-03,,notInFeed,true\r\n",
        (await ToolRun.OfAsync("history", "2959", "--from", "2026-10-01", "--to", "2026-10-03", "--csv", "--replay")).Output,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_total_can_be_left_out_too()
    {
        ToolRun run = await ToolRun.OfAsync("total", "2200", "last_year", "--csv", "--measured-only", "--replay");

        Assert.Equal((1, "1 rows that are not measured left out.\n"), (run.ExitCode, run.Error));
        Assert.Single(run.Output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_missing_total_is_still_exit_code_1()
    {
        ToolRun run = await ToolRun.OfAsync("total", "2200", "last_year", "--csv", "--replay");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(",blank,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_has_a_line_for_each_day_of_each_gauge()
    {
        ToolRun run = await ToolRun.OfAsync("history", "2959", "3018", "--from", "1997-05-14", "--to", "1997-05-15", "--csv", "--replay");

        Assert.Equal(
            """
            site,day,rain_in,status,partial
            LCRA_2959,1997-05-14,0.0,measured,false
            LCRA_2959,1997-05-15,10.68,measured,false
            LCRA_3018,1997-05-14,,notInFeed,false
            LCRA_3018,1997-05-15,,notInFeed,false

            """,
            run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_wide_history_has_a_column_for_each_gauge()
    {
        ToolRun run = await ToolRun.OfAsync("history", "2959", "3018", "--from", "1997-05-14", "--to", "1997-05-15", "--csv", "--wide", "--replay");

        Assert.Equal("day,LCRA_2959_in,LCRA_3018_in\n1997-05-14,0.0,\n1997-05-15,10.68,\n", run.Output.ReplaceLineEndings("\n"));
        Assert.StartsWith("LCRA has no amount for LCRA:3018 in that time", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wide_history_has_no_amount_of_the_day_that_is_not_over_and_says_so()
    {
        ToolRun run = await ToolRun.OfAsync("history", "3018", "--from", "2026-10-01", "--to", "2026-10-02", "--csv", "--wide", "--replay");

        Assert.Equal("day,LCRA_3018_in\n2026-10-01,1.62\n2026-10-02,\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Equal("2026-10-02 was not over when it was read: its amounts are left out. The long table has them, as partial.\n", run.Error);
    }

    [Fact]
    public async Task Months_have_an_amount_only_where_no_day_is_missing()
    {
        string[] arguments = ["history", "2959", "--from", "1998-01-01", "--to", "1998-12-31", "--by", "month", "--csv", "--replay"];

        ToolRun strict = await ToolRun.OfAsync(arguments);
        ToolRun lenient = await ToolRun.OfAsync([.. arguments, "--allow-missing", "30"]);

        string[] lines = strict.Output.TrimEnd().Split("\r\n");
        Assert.Equal("site,by,first_day,last_day,rain_in,status,days,days_missing,partial", lines[0]);
        Assert.Equal(13, lines.Length);
        Assert.Equal(8, lines.Count(line => line.EndsWith(",,notInFeed,31,31,false", StringComparison.Ordinal) || line.EndsWith(",,notInFeed,30,30,false", StringComparison.Ordinal)
            || line.EndsWith(",,notInFeed,28,28,false", StringComparison.Ordinal)));
        Assert.Equal("", strict.Error);
        Assert.Matches("^[0-9]+ of the amounts lack days that are missing[.]\n$", lenient.Error);
    }

    [Theory]
    [InlineData("year", "LCRA:2959 2001-01-01 to 2001-12-31: ")]
    [InlineData("water-year", "LCRA:2959 2000-10-01 to 2001-09-30: no amount, ")]
    public async Task Years_are_lines_for_a_person(string by, string start)
    {
        ToolRun run = await ToolRun.OfAsync("history", "2959", "--from", "2001-01-01", "--to", "2001-12-31", "--by", by, "--replay");

        Assert.StartsWith(start, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by must be", "history", "2959", "--from", "2026-09-01", "--to", "2026-09-02", "--by", "week", "--replay")]
    [InlineData("--allow-missing applies to --by", "history", "2959", "--from", "2026-09-01", "--to", "2026-09-02", "--allow-missing", "1", "--replay")]
    [InlineData("whole number of 0 or more", "history", "2959", "--from", "2026-09-01", "--to", "2026-09-02", "--by", "month", "--allow-missing", "-1", "--replay")]
    [InlineData("--wide applies to", "history", "2959", "--from", "2026-09-01", "--to", "2026-09-02", "--wide", "--replay")]
    [InlineData("Choose --wide or --by", "history", "2959", "--from", "2026-09-01", "--to", "2026-09-02", "--wide", "--by", "month", "--csv", "--replay")]
    [InlineData("--measured-only applies to", "gauges", "--measured-only", "--replay")]
    [InlineData("Choose --csv or --json", "total", "3018", "24_hour", "--csv", "--json", "--replay")]
    [InlineData("'--form'", "history", "2959", "--form", "--from", "2026-09-01", "--to", "2026-09-02", "--replay")]
    public async Task Options_that_do_not_fit_are_refused(string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_a_terminal_has_no_character_that_could_steer_it()
    {
        await using StringWriter output = new();
        await using Lcra.Hydromet.CommandLine.OutputStream stream = new(output, isTerminal: true);

        await stream.WriteAsync(Encoding.UTF8.GetBytes("a\u001B[31m,é\r\n"));

        Assert.Equal("a?[31m,é\n", output.ToString());
    }

    [Fact]
    public async Task A_character_that_is_written_in_two_pieces_is_whole()
    {
        await using StringWriter output = new();
        await using Lcra.Hydromet.CommandLine.OutputStream stream = new(output, isTerminal: false);
        byte[] text = Encoding.UTF8.GetBytes("é\r\n");

        await stream.WriteAsync(text.AsMemory(0, 1));
        await stream.WriteAsync(text.AsMemory(1));

        Assert.Equal("é\r\n", output.ToString());
    }

    private static HydrometClient Client() => new(
        new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())), new HydrometClientOptions(), new ReplayClock(HydrometRecording.StormOfOctober2026().RecordedAt));

    private static async Task<string> TextAsync(ExportFormat format, ExportTable<RainfallTotal> table, IEnumerable<RainfallTotal> rows)
    {
        using MemoryStream stream = new();
        await RainfallExport.WriteAsync(stream, format, table, rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
