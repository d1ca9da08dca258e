using System.Globalization;
using System.Text;
using System.Text.Json;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Climate;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

public sealed class ClimateCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task It_reads_like_sentences()
    {
        ToolRun run = await ToolRun.OfAsync("climate", "3018", "--replay");

        string[] lines = run.Output.Split('\n');
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("LCRA:3018: daily rain from June 19, 2002 to October 1, 2026: 8,848 days, 23 missing.", lines[0]);
        Assert.Contains("  October 2, 2026: 1.20 in so far, the 151st wettest day since June 19, 2002, tied with 2 others (of 8,848 days without a missing day).", lines);
        Assert.Contains("  2026 through October 1, 2026: 25.50 in, the 6th wettest of 23 years with data since 2002; 2002 and 2025 left out for missing days.", lines);
        Assert.Contains("  2026 through October 1, 2026: 25.50 in, 113 percent of normal (22.60 in, 22 years of 1996 to 2025; 2002 and 2025 left out for missing days).", lines);
        Assert.Contains("  May: 4.11 in, median 3.79 in (22 years of 1996 to 2025; 2013 left out for missing days)", lines);
        Assert.Contains("  Wettest day: June 27, 2007, 15.82 in (of 8,848).", lines);
        Assert.Contains("  Longest dry spell: 72 days without rain, July 3, 2023 to September 12, 2023.", lines);
    }

    [Fact]
    public async Task Years_choose_how_much_of_the_record_is_read() => Assert.StartsWith(
        "LCRA:3018: daily rain from January 1, 2016 to October 1, 2026: ", (await ToolRun.OfAsync("climate", "3018", "--replay", "--years", "10")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_suspect_day_is_shown_apart()
    {
        ToolRun run = await ToolRun.OfAsync("climate", "2959", "--replay", "--neighbors");

        Assert.Contains("Suspect days, left out\n  May 15, 1997: 10.68 in. ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Wettest day: November 15, 2001, 6.90 in", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_Atlas_14_adds_return_periods_and_says_how_far_its_point_is()
    {
        ToolRun run = await ToolRun.OfAsync("climate", "3018", "--replay", "--atlas14", Atlas14Files.FilePath);

        Assert.Contains("  June 27, 2007: 15.82 in, 1 day: rarer than 1,000 years (a calendar day, compared as 17.88 in, 1.13 times as much).\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  By NOAA Atlas 14 Volume 11 Version 2, partial duration series in inches, Irving, Texas, USA, downloaded June 10, 2026. It has no depths for 8 more of such days.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("not an engineering statement", run.Error, StringComparison.Ordinal);
        Assert.Contains("The table is for a point 173 miles from LCRA:3018", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_table_the_readings_of_the_last_week_are_compared_as_moving_windows()
    {
        DateTimeOffset start = TimeProvider.System.GetUtcNow().AddHours(-3);
        string readings = RecordedHistories.Answer(Enumerable.Range(0, 11).Select(step => RecordedHistories.Record(
            start.AddMinutes(15 * step).ToString("yyyy-MM-dd'T'HH:mm:00'Z'", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"\"value1\": {step * 0.5m}"))));
        await using LoopbackServer server = new(async (request, stream, token) =>
        {
            string path = request.Split(' ')[1];
            byte[] body = path.Contains("/rain/", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(readings)
                : path.Contains("/rainDaily/", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(RecordedHistories.Answer(RecordedHistories.Record("2026-01-01T06:00:00Z")))
                : HydrometRecording.StormOfOctober2026().Responses.Single(answer => answer.Path == path[1..]).Body.ToArray();
            await stream.WriteAsync(LoopbackServer.Ok(body), token);
        });

        ToolRun run = await ToolRun.OfAsync("climate", "3018", "--years", "1", "--atlas14", Atlas14Files.FilePath, "--base-address", server.Address.ToString());

        Assert.Contains("\nWettest windows of the last 7 days\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(": 2.00 in, 1 hour: a return period of about 3.4 years (a moving window).\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(": 4.00 in, 2 hours: a return period of about 36 years (a moving window).\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("3 hours", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_and_json_have_the_same_rows()
    {
        ToolRun csv = await ToolRun.OfAsync("climate", "2959", "--replay", "--csv");
        ToolRun json = await ToolRun.OfAsync("climate", "2959", "--replay", "--json");

        JsonElement[] rows = [.. json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(rows.Length, csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        JsonElement year = rows.Single(row => row.GetProperty("statistic").GetString() == "rank" && row.GetProperty("by").GetString() == "year");
        Assert.Equal(
            ("LCRA_2959", 26.82m, 5, 26, 30, 1),
            (year.GetProperty("site").GetString(), year.GetProperty("rain_in").GetDecimal(), year.GetProperty("rank").GetInt32(), year.GetProperty("rank_from_driest").GetInt32(), year.GetProperty("of").GetInt32(), year.GetProperty("left_out").GetInt32()));
        Assert.Equal("suspectDay", rows.Single(row => row.GetProperty("statistic").GetString() == "suspect").GetProperty("status").GetString());
        Assert.Equal(9, rows.Count(row => row.GetProperty("statistic").GetString() == "driest" && row.GetProperty("by").GetString() == "month"));
    }

    [Fact]
    public async Task An_unknown_gauge_is_exit_code_1_and_not_dry()
    {
        ToolRun run = await ToolRun.OfAsync("climate", "2992", "--replay");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("does not mean that it was dry", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_table_or_missing_is_exit_code_4()
    {
        string file = Path.Combine(_folder.FullName, "table.csv");
        await File.WriteAllTextAsync(file, Atlas14Files.Irving.Replace("(inches)", "(inches/hour)", StringComparison.Ordinal));

        ToolRun intensities = await ToolRun.OfAsync("climate", "3018", "--replay", "--atlas14", file);
        ToolRun missing = await ToolRun.OfAsync("climate", "3018", "--replay", "--atlas14", file + "x");

        Assert.Equal((4, 4), (intensities.ExitCode, missing.ExitCode));
        Assert.Contains("Choose 'Precipitation depth'", intensities.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("climate", "3018", "--years", "0")]
    [InlineData("climate", "3018", "--years", "101")]
    [InlineData("climate", "3018", "--yaers", "30")]
    [InlineData("climate", "COA:950", "--replay")]
    [InlineData("climate")]
    public async Task An_invalid_command_line_is_exit_code_2(params string[] arguments) => Assert.Equal(2, (await ToolRun.OfAsync(arguments)).ExitCode);

    public void Dispose() => _folder.Delete(recursive: true);
}
