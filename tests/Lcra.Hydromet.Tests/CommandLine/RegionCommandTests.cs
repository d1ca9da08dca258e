using System.Text.Json;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary><c>hydromet compare</c>, <c>basin</c>, <c>lakes</c> and <c>rivers</c>.</summary>
public class RegionCommandTests
{
    [Fact]
    public async Task Gauges_are_compared_over_the_same_periods()
    {
        ToolRun run = await ToolRun.OfAsync("compare", "3018", "2959", "--replay");

        string[] lines = Lines(run);
        Assert.Equal((0, "", 8), (run.ExitCode, run.Error, lines.Length));
        Assert.Equal("the last 24 hours: LCRA:3018 2.81 in, LCRA:2959 1.44 in", lines[1]);
        Assert.Equal("this month so far: LCRA:3018 1.88 in (at least 2.82 in), LCRA:2959 1.48 in (at least 1.51 in)", lines[4]);
        Assert.Equal(
            "Source: Rainfall.csv of 2026-10-02 07:00 -05:00; Rain5Day.csv of 2026-10-02 07:00 -05:00; RainMonthYear.csv of 2026-10-02 07:00 -05:00; read 2026-10-02 06:55 -05:00.",
            lines[^1]);
    }

    [Fact]
    public async Task Periods_and_units_are_chosen()
    {
        ToolRun run = await ToolRun.OfAsync("compare", "3018", "COA:950", "--period", "24_hour", "--period", "24_hour", "--units", "mm", "--replay");

        Assert.Equal(2, Lines(run).Length);
        Assert.StartsWith("the last 24 hours: LCRA:3018 71.4 mm, COA:950 ", Lines(run)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_amount_has_its_reason()
    {
        ToolRun run = await ToolRun.OfAsync("compare", "2200", "3018", "--period", "last_year", "--replay");

        Assert.StartsWith("last year: LCRA:2200 no amount (", Lines(run)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_each_gauge_has_a_column()
    {
        ToolRun run = await ToolRun.OnTerminalAsync(120, "compare", "3018", "2959", "--replay");

        Assert.Contains("Marble Falls 4 WSW", run.Output, StringComparison.Ordinal);
        Assert.Contains("─", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_a_comparison_are_the_totals_of_each_gauge()
    {
        ToolRun compared = await ToolRun.OfAsync("compare", "3018", "2959", "--period", "24_hour", "--csv", "--replay");
        ToolRun one = await ToolRun.OfAsync("total", "3018", "24_hour", "--csv", "--replay");

        Assert.Equal(Lines(one), Lines(compared)[..2]);
        Assert.Equal(3, Lines(compared).Length);
    }

    [Fact]
    public async Task A_basin_has_a_mean_a_median_and_each_gauge()
    {
        ToolRun run = await ToolRun.OfAsync("basin", "highland lakes", "--replay");

        string[] lines = Lines(run);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Highland Lakes, the last 24 hours: mean 1.48 in, median 1.42 in, 75 of 75 reporting. Other totals of the same gauge contradict ", lines[0], StringComparison.Ordinal);
        Assert.Equal("LCRA:1981 Tow 11 ENE: 3.64 in", lines[1]);
        Assert.Equal(77, lines.Length);
        Assert.StartsWith("Source: Rainfall.csv of 2026-10-02 07:00 -05:00; read 2026-10-02 0", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_of_a_basin_that_other_totals_contradict_say_so()
    {
        string[] lines = Lines(await ToolRun.OfAsync("basin", "Highland Lakes", "this_month", "--replay"));

        Assert.EndsWith("75 of 75 reporting. Other totals of the same gauge contradict 17 of the amounts.", lines[0], StringComparison.Ordinal);
        Assert.Contains("LCRA:3018 Hamilton Creek near Marble Falls: 1.88 in (at least 2.82 in)", lines);
    }

    [Fact]
    public async Task The_file_of_a_basin_has_a_row_for_each_gauge_also_without_an_amount()
    {
        ToolRun run = await ToolRun.OfAsync("basin", "Llano", "last_year", "--json", "--replay");
        ToolRun text = await ToolRun.OfAsync("basin", "Llano", "last_year", "--replay");


        string[] statuses = [.. Lines(run).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("status").GetString()!)];
        Assert.Contains("measured", statuses);
        Assert.Equal("blank", statuses[^1]);
        Assert.Equal("LCRA:2200 Rocksprings 18 NW: no amount (Blank)", Lines(text)[^2]);
        Assert.Equal(statuses.Length, Lines(text).Length - 2);
    }

    [Fact]
    public async Task A_basin_that_is_unknown_is_exit_code_3_with_the_nearest_names()
    {
        ToolRun run = await ToolRun.OfAsync("basin", "Higland Lakes", "--replay");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("The nearest names are 'Highland Lakes'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lakes_have_their_level_change_and_age()
    {
        ToolRun run = await ToolRun.OfAsync("lakes", "--replay");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("LCRA:3963 Travis: 681.02 ft above mean sea level, down 0.01 ft since midnight, 100 percent full, read 2026-08-01 20:30 -05:00, stale", Lines(run));
        Assert.StartsWith("LakeLevel.csv, stale: LCRA's report is 61 days", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rivers_at_bankfull_or_flood_stage_come_first_and_stale_ones_last()
    {
        ToolRun all = await ToolRun.OfAsync("rivers", "--replay");
        ToolRun high = await ToolRun.OfAsync("rivers", "--high", "--replay");

        Assert.Equal("LCRA:2431 Llano River near Mason: 11.89 ft, 5,925.93 cfs, at bankfull or above (11.00 ft), read 2026-10-02 06:55 -05:00", Lines(all)[0]);
        Assert.EndsWith("below bankfull, read 2026-10-02 06:55 -05:00", Lines(all)[1], StringComparison.Ordinal);
        Assert.EndsWith(", stale", Lines(all)[^1], StringComparison.Ordinal);
        Assert.Equal(Lines(all)[..1], Lines(high));
    }

    [Fact]
    public async Task Levels_of_an_old_report_and_readings_that_LCRA_marks_are_stale()
    {
        ToolRun lakes = await ToolRun.OfAsync("lakes", "--csv", "--replay");
        ToolRun rivers = await ToolRun.OfAsync("rivers", "--json", "--replay");
        (string? Status, bool IsStale)[] states =
        [
            .. Lines(rivers).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(row => row.GetProperty("stage_ft").ValueKind == JsonValueKind.Number)
                .Select(row => (row.GetProperty("status").GetString(), row.GetProperty("stale").GetBoolean())),
        ];

        Assert.All(Lines(lakes)[1..], line => Assert.Equal("stale", line.Split(',')[4]));
        Assert.Equal([("measured", false), ("stale", true)], states.Distinct().Order());
    }

    [Fact]
    public async Task The_files_of_lakes_and_rivers_have_the_same_rows_in_csv_and_json()
    {
        foreach ((string command, string level) in new[] { ("lakes", "elevation_ft"), ("rivers", "stage_ft") })
        {
            ToolRun csv = await ToolRun.OfAsync(command, "--csv", "--replay");
            ToolRun json = await ToolRun.OfAsync(command, "--json", "--replay");

            Assert.Equal(Lines(csv).Length - 1, Lines(json).Length);
            Assert.Equal(Lines(csv)[0].Split(','), JsonDocument.Parse(Lines(json)[0]).RootElement.EnumerateObject().Select(member => member.Name));
            Assert.StartsWith("LCRA_", JsonDocument.Parse(Lines(json)[0]).RootElement.GetProperty("site").GetString(), StringComparison.Ordinal);
            Assert.True(JsonDocument.Parse(Lines(json)[0]).RootElement.GetProperty(level).GetDecimal() > 0);
        }
    }

    [Fact]
    public async Task The_gauges_are_listed_in_millimeters() => Assert.StartsWith(
        "LCRA:2992 Backbone Creek at Marble Falls, 2.0 km at 318 degrees: ", (await ToolRun.OfAsync("gauges", "--near", "30.57,-98.27", "--take", "1", "--units", "mm", "--replay")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData(2, "two gauges", "compare", "3018", "--replay")]
    [InlineData(2, "--units must be in or mm", "compare", "3018", "2959", "--units", "cm", "--replay")]
    [InlineData(2, "--units applies to text", "compare", "3018", "2959", "--units", "mm", "--csv", "--replay")]
    [InlineData(2, "Did you mean --units?", "compare", "3018", "--unit", "--replay")]
    [InlineData(3, "No feed has the gauge", "compare", "3018", "999999", "--replay")]
    [InlineData(3, "is not a period", "basin", "Highland Lakes", "25_hour", "--replay")]
    [InlineData(2, "Choose --csv or --json", "lakes", "--csv", "--json", "--replay")]
    [InlineData(2, "--measured-only applies", "rivers", "--measured-only", "--replay")]
    public async Task An_invalid_command_line_says_why(int code, string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);

        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string[] Lines(ToolRun run) => run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
