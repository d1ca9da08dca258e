using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>What a person sees on a terminal, and what a file gets instead.</summary>
public partial class TerminalTests
{
    private const char Escape = '\x1B';
    private static readonly string[] Nearest = ["gauges", "--near", "30.57,-98.27", "--take", "3", "--replay"];

    [Fact]
    public async Task On_a_terminal_gauges_are_a_table()
    {
        ToolRun run = await ToolRun.OnTerminalAsync(160, Nearest);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("│ LCRA:2992 │ Backbone Creek at Marble Falls ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(90)]
    [InlineData(95)]
    [InlineData(100)]
    [InlineData(120)]
    public async Task An_id_is_never_broken_however_narrow_the_terminal(int width)
    {
        string[] expected = [.. Ids().Matches((await ToolRun.OfAsync(Nearest)).Output).Select(id => id.Value)];

        ToolRun run = await ToolRun.OnTerminalAsync(width, Nearest);

        Assert.Equal(3, expected.Length);
        Assert.Equal(expected, Ids().Matches(run.Output).Select(id => id.Value));
    }

    [Fact]
    public async Task Redirected_output_has_a_line_for_each_gauge_and_no_escape_codes()
    {
        ToolRun run = await ToolRun.OfAsync(Nearest);

        Assert.Equal(3, run.Output.TrimEnd('\n').Split('\n').Length);
        Assert.DoesNotContain(Escape, run.Output);
    }

    [Fact]
    public async Task NO_COLOR_leaves_the_table_and_no_escape_codes()
    {
        ToolRun run = await ToolRun.WithoutColorAsync("doctor", "--replay");

        Assert.DoesNotContain(Escape, run.Output);
        Assert.Matches("[│|] as expected", run.Output);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public async Task Json_on_a_terminal_has_each_object_on_one_line(int width)
    {
        ToolRun run = await ToolRun.OnTerminalAsync(width, [.. Nearest, "--json"]);

        Assert.All(run.Output.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("LCRA_", JsonDocument.Parse(line).RootElement.GetProperty("site").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_history_on_a_terminal_shows_its_progress_and_then_its_days()
    {
        ToolRun run = await ToolRun.OnTerminalAsync(80, "history", "2268", "--from", "2026-09-01", "--to", "2026-09-30", "--replay");

        Assert.Contains("LCRA:2268", run.Error, StringComparison.Ordinal);
        Assert.Contains("│ 2026-09-30 │", run.Output, StringComparison.Ordinal);
        Assert.Contains("LCRA:2268 total: 0.76 in", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_that_is_written_to_a_file_shows_its_progress_too()
    {
        ToolRun run = await ToolRun.OnTerminalAsync(80, "history", "2268", "--from", "2026-09-01", "--to", "2026-09-30", "--csv", "--replay");

        Assert.Contains("LCRA:2268", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("site,day,rain_in,status,partial\nLCRA_2268,2026-09-01,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_square_brackets_is_shown_as_it_is()
    {
        byte[] feed = [.. FeedFile.Read(HydrometFeed.Rainfall, "plain")];
        "[3018]/]"u8.CopyTo(feed.AsSpan(feed.AsSpan().IndexOf("Hamilton"u8)));
        await using LoopbackServer server = new(async (request, stream, token) => await stream.WriteAsync(
            request.Contains("Rainfall.csv", StringComparison.Ordinal) ? LoopbackServer.Ok(feed)
                : request.Contains("GetDataForAllSites", StringComparison.Ordinal) ? LoopbackServer.Ok(FeedFile.Read(HydrometFeed.AllSites, "plain"))
                : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            token));

        ToolRun run = await ToolRun.OnTerminalAsync(160, "gauges", "--base-address", server.Address.ToString());

        Assert.Contains("[3018]/] Creek", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_on_a_terminal_is_red_and_whole()
    {
        ToolRun run = await ToolRun.OnTerminalAsync(160, "total", "3018", "25_hour", "--replay");

        Assert.StartsWith($"{Escape}[", run.Error, StringComparison.Ordinal);
        Assert.Contains("'25_hour' is not a period.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_build_server_a_redirected_program_writes_no_escape_codes()
    {
        // The tests' own settings: their folder has no copy of what the shared frameworks bring.
        string tests = Path.Combine(AppContext.BaseDirectory, typeof(TerminalTests).Assembly.GetName().Name!);
        string tool = Path.Combine(AppContext.BaseDirectory, "Lcra.Hydromet.Tool.dll");
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", tool, .. Nearest])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GITHUB_ACTIONS"] = "true";
        using Process process = Process.Start(start)!;

        string output = await process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((await ToolRun.OfAsync(Nearest)).Output, output);
        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    [GeneratedRegex("(LCRA|COA|USGS):[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ids();
}
