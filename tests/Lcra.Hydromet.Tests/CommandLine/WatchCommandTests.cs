using System.Globalization;
using System.Text.Json;
using Lcra.Hydromet.CommandLine;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>What <c>hydromet watch</c> writes, and whom it tells.</summary>
public sealed class WatchCommandTests : IDisposable
{
    private static readonly string[] Watch = ["watch", "--over", "3018:24h:1.00:0.50", "--every", "5m", "--replay"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task A_change_as_json_has_the_form_of_files()
    {
        (int code, string output, _) = await UntilFirstLineAsync("--json");

        JsonElement change = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            (0, "thresholdCrossed", "LCRA_3018", "24_hour", 1.00m, "2026-10-02T11:55:00Z", "2026-10-02T06:55:00-05:00"),
            (code, change.GetProperty("change").GetString(), change.GetProperty("site").GetString(), change.GetProperty("period").GetString(), change.GetProperty("over_in").GetDecimal(),
                change.GetProperty("to_utc").GetString(), change.GetProperty("to_central").GetString()));
    }

    [Fact]
    public async Task A_change_is_in_millimeters_on_request() => Assert.StartsWith(
        "LCRA:3018 Hamilton Creek near Marble Falls: over 25.4 mm, 71.4 mm over the last 24 hours, ", (await UntilFirstLineAsync("--units", "mm")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "LCRA:3018 Hamilton Creek near Marble Falls: over 1.00 in", "Hamilton Creek near Marble Falls:24h:1.00")]
    [InlineData(3, "", "Marble:24h:1.00")]
    public async Task The_gauge_of_a_threshold_can_be_a_name_that_only_one_has(int code, string output, string threshold)
    {
        (int Code, string Output, string Error) run = await UntilFirstLineAsync("--over", threshold);

        Assert.Equal(code, run.Code);
        Assert.Contains(output, run.Output, StringComparison.Ordinal);
    }

    [ToolFact("/usr/bin/tee")]
    public async Task A_webhook_and_a_program_get_the_alert_that_the_watch_reports()
    {
        TaskCompletionSource<string> posted = new();
        await using LoopbackServer server = new(async (request, stream, token) =>
        {
            posted.TrySetResult(request);
            await stream.WriteAsync(LoopbackServer.Ok([]), token);
        });
        string file = Path.Combine(_folder.FullName, "alert.json");

        (int code, string output, string error) = await UntilFirstLineAsync("--json", "--webhook", server.Address.ToString(), "--run", $"tee \"{file}\"");

        Assert.Equal((0, "Watching; press Ctrl+C to end.\n"), (code, error));
        Assert.EndsWith("\n\n" + output.TrimEnd('\n'), await posted.Task, StringComparison.Ordinal);
        Assert.Equal(output.TrimEnd('\n'), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task An_alert_that_nobody_gets_is_an_error_and_the_watch_goes_on()
    {
        (int code, string output, string error) = await UntilFirstLineAsync("--run", Path.Combine(_folder.FullName, "absent"));

        Assert.Equal(0, code);
        Assert.NotEqual("", output);
        Assert.Contains("absent' did not get an alert: It cannot be started: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A webhook must be an https address", "--webhook", "http://example.org/")]
    [InlineData("A webhook must be an https address", "--webhook", "/hook")]
    [InlineData("--webhook must be an https address", "--webhook", "hook")]
    [InlineData("The value cannot be an empty string", "--run", " ")]
    [InlineData("--units applies to text", "--units", "mm", "--json")]
    public async Task A_receiver_that_cannot_be_is_exit_code_2(string message, params string[] arguments)
    {
        ToolRun run = await ToolRun.OfAsync([.. Watch, .. arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int Code, string Output, string Error)> UntilFirstLineAsync(params string[] arguments)
    {
        using CancellationTokenSource stop = new();
        await using StoppingWriter output = new(stop);
        await using StringWriter error = new(CultureInfo.InvariantCulture);
        int code = await HydrometTool.RunAsync([.. Watch, .. arguments], new ToolConsole(output, TextWriter.Synchronized(error)), stop.Token);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Presses Ctrl+C as soon as a line is there.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Flush() => stop.Cancel();
    }
}
