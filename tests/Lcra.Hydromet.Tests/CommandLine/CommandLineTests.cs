using System.CommandLine;
using System.Globalization;
using Lcra.Hydromet.CommandLine;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>Command lines that a parser takes for something else than what was meant.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("'x'", "gauges", "--take", "x", "--replay")]
    [InlineData("'1,5'", "gauges", "--take", "1,5", "--replay")]
    [InlineData("'5'", "watch", "--every", "5", "--replay")]
    [InlineData("'90'", "watch", "--every", "90", "--replay")]
    [InlineData("'25h'", "watch", "--every", "25h", "--replay")]
    [InlineData("'99999999999s'", "watch", "--every", "99999999999s", "--replay")]
    [InlineData("'--jsno'", "record", "--jsno", "--replay")]
    [InlineData("'--form'", "history", "--form", "--from", "2026-09-01", "--to", "2026-09-02", "--replay")]
    [InlineData("'--forml'", "total", "--forml", "24_hour", "--replay")]
    [InlineData("'--window'", "total", "3018", "--window", "--replay")]
    [InlineData("'90'", "events", "3018", "--inter-event-time", "90", "--replay")]
    [InlineData("--to must not be before --from", "history", "2959", "--from", "2026-09-30", "--to", "2026-09-01", "--replay")]
    [InlineData("No history begins before 1900; LCRA's begins in the 1990s.\n", "history", "2959", "--from", "0001-01-01", "--to", "0001-01-03", "--csv", "--replay")]
    [InlineData("--store (or HYDROMET_STORE) is empty", "archive", "status", "--store", "")]
    [InlineData("--store (or HYDROMET_STORE) is empty", "archive", "status", "--store", "Host = ")]
    [InlineData("--atlas14 is empty: name a file.", "climate", "3018", "--atlas14", " ", "--replay")]
    [InlineData("Name files", "tidy", "", "--replay")]
    [InlineData("Choose --csv or --json.", "tidy", "Rainfall.csv", "--csv", "--json")]
    [InlineData("must not be above the first", "watch", "--over", "3018:24_hour:1.00:2.00", "--replay")]
    public async Task A_mistake_is_named_on_standard_error_without_the_help_text(string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_begins_with_an_at_sign_is_no_file_of_arguments()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "3018");

            ToolRun run = await ToolRun.OfAsync("total", $"@{file}", "24_hour", "--replay");

            Assert.Equal((3, ""), (run.ExitCode, run.Output));
            Assert.Contains($"'@{file}'", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_misspelled_option_creates_no_folder()
    {
        await ToolRun.OfAsync("record", "--jsno", "--replay");

        Assert.False(Directory.Exists("--jsno"));
    }

    [Theory]
    [InlineData("gauges", "gauges", "--take", "x")]
    [InlineData("archive export", "archive", "export", "--from", "x")]
    public async Task A_mistake_names_the_command_that_has_the_help(string command, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync(arguments);

        Assert.EndsWith($"Run 'hydromet {command} --help' for the command line.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_that_is_requested_goes_to_standard_output()
    {
        ToolRun run = await ToolRun.OfAsync("total", "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_in_the_library_is_reported_without_the_name_of_a_parameter()
    {
        ToolRun run = await ToolRun.OfAsync("history", "COA:950", "--from", "2026-09-01", "--to", "2026-09-02", "--replay");

        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain("(Parameter", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90s", "00:01:30")]
    [InlineData("5m", "00:05:00")]
    [InlineData("1h", "01:00:00")]
    [InlineData("24h", "1.00:00:00")]
    [InlineData("00:05:00", "00:05:00")]
    public void An_interval_has_its_unit(string text, string expected)
    {
        Option<TimeSpan?> every = Lcra.Hydromet.CommandLine.Arguments.Interval("--every", "How often.");

        ParseResult parsed = new RootCommand { every }.Parse(["--every", text]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), parsed.GetValue(every));
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("5")]
    [InlineData("5d")]
    [InlineData("1.5h")]
    [InlineData("00:00:00")]
    [InlineData("1.00:00:00")]
    [InlineData("24:00:00")]
    public void An_interval_without_its_unit_or_beyond_a_day_is_an_error(string text)
    {
        Option<TimeSpan?> every = Lcra.Hydromet.CommandLine.Arguments.Interval("--every", "How often.");

        Assert.NotEmpty(new RootCommand { every }.Parse(["--every", text]).Errors);
    }

    [Fact]
    public async Task The_doctor_says_once_what_is_the_same_for_every_feed()
    {
        await using LoopbackServer server = LoopbackServer.Saying("HTTP/1.1 404 Not Found\nContent-Length: 0\nConnection: close");

        ToolRun run = await ToolRun.OfAsync("doctor", "--base-address", server.Address.ToString());

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(2, run.Output.TrimEnd('\n').Split('\n').Length);
        Assert.StartsWith("Rainfall.csv, Rain5Day.csv, RainMonthYear.csv, ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_readme_lists_every_exit_code()
    {
        string[] readme = await File.ReadAllLinesAsync(Docs.MarkdownBlock.PathOf("lib/Lcra.Hydromet.Tool/README.md"));

        IEnumerable<int> listed = readme
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => int.Parse(line.Split('|')[1], CultureInfo.InvariantCulture));

        Assert.Equal(Enum.GetValues<ExitCode>().Select(code => (int)code), listed);
    }
}
