using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Lcra.Hydromet.Alerts.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Watching;

/// <summary>Alerts reach a webhook or a program: retried, bounded, and without holding up the watch.</summary>
public sealed class AlertSenderTests : IDisposable
{
    private const string Shell = "/bin/sh";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly SiteId Gauge = SiteId.Parse("3018");
    private static readonly RainfallThreshold Threshold = new(Gauge, RainfallPeriod.TwentyFourHours, 2.00m);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly Channel<string> _undelivered = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task A_webhook_gets_the_alert_as_flat_json_with_times_in_utc()
    {
        await using Hook hook = new("200 OK");

        await using (RainfallAlertSender sender = Sender(new RainfallAlertOptions { Webhook = hook.Address }))
        {
            Assert.True(sender.Send(Crossed()));
        }

        (string head, string body) = await hook.Bodies.ReadAsync();
        Assert.StartsWith("POST /secret/path HTTP/1.1", head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json", head, StringComparison.Ordinal);
        Assert.Equal(
            """
            {"change":"thresholdCrossed","text":"LCRA:3018 Hamilton Creek near Marble Falls: over 2.00 in, 2.81 in over the last 24 hours, 2026-10-01 06:55 -05:00 to 2026-10-02 06:55 -05:00",
            "site":"LCRA_3018","name":"Hamilton Creek near Marble Falls","feed":null,"period":"24_hour","rain_in":2.81,"uncertainty_in":null,"total_in":2.81,"over_in":2.00,
            "from_utc":"2026-10-01T11:55:00Z","from_central":"2026-10-01T06:55:00-05:00","to_utc":"2026-10-02T11:55:00Z","to_central":"2026-10-02T06:55:00-05:00","failure":null}
            """.ReplaceLineEndings(""),
            body);
    }

    [Theory]
    [InlineData("503 Service Unavailable")]
    [InlineData("429 Too Many Requests\r\nRetry-After: 0")]
    [InlineData("408 Request Timeout")]
    [InlineData("")]
    public async Task A_delivery_that_may_succeed_later_is_retried(string first)
    {
        await using Hook hook = new(first, "200 OK");

        await using (RainfallAlertSender sender = Sender(new RainfallAlertOptions { Webhook = hook.Address }))
        {
            sender.Send(Crossed());
        }

        Assert.Equal((await hook.Bodies.ReadAsync()).Body, (await hook.Bodies.ReadAsync()).Body);
        Assert.False(_undelivered.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData(4, "503 Service Unavailable")]
    [InlineData(1, "404 Not Found")]
    [InlineData(1, "302 Found\r\nLocation: http://127.0.0.1:9/")]
    public async Task Attempts_are_counted_and_a_response_that_will_not_change_ends_them(int attempts, string response)
    {
        await using Hook hook = new(response);

        await using (RainfallAlertSender sender = Sender(new RainfallAlertOptions { Webhook = hook.Address }))
        {
            sender.Send(Crossed());
        }

        Assert.Equal(attempts, hook.Requests);
        string reason = await _undelivered.Reader.ReadAsync();
        Assert.Equal($"The webhook at {hook.Address.Authority} did not get an alert: It responded with status {response[..3]}.", reason);
        Assert.DoesNotContain("secret", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_never_responds_ends_at_the_timeout_of_the_attempt()
    {
        await using Hook hook = new("never");
        FakeTimeProvider clock = new();

        await using (RainfallAlertSender sender = Sender(new RainfallAlertOptions { Webhook = hook.Address, MaxAttempts = 1, AttemptTimeout = TimeSpan.FromSeconds(10) }, clock))
        {
            sender.Send(Crossed());
            await hook.Bodies.ReadAsync();
            clock.Advance(TimeSpan.FromSeconds(10));
            Assert.EndsWith("No attempt succeeded within 10 seconds.", await _undelivered.Reader.ReadAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Beyond_the_queue_the_oldest_is_dropped_and_what_is_left_at_the_end_is_undelivered()
    {
        await using Hook hook = new("never");
        RainfallAlertSender sender = Sender(new RainfallAlertOptions { Webhook = hook.Address, MaxQueued = 2, DrainTimeout = TimeSpan.FromMilliseconds(50) });

        sender.Send(Crossed());
        await hook.Bodies.ReadAsync();
        for (int i = 0; i < 3; i++)
        {
            sender.Send(Crossed());
        }

        Assert.EndsWith("More than 2 alerts wait for it, so the oldest is dropped.", await _undelivered.Reader.ReadAsync(), StringComparison.Ordinal);
        await sender.DisposeAsync();
        _undelivered.Writer.Complete();
        Assert.Equal(3, await _undelivered.Reader.ReadAllAsync().CountAsync(reason => reason.EndsWith("The watch ended before it was delivered.", StringComparison.Ordinal)));
        Assert.Throws<ObjectDisposedException>(() => sender.Send(Crossed()));
    }

    [Fact]
    public async Task Only_changes_that_somebody_waits_for_are_alerts()
    {
        await using RainfallAlertSender sender = Sender(new RainfallAlertOptions());
        Site other = new() { Id = SiteId.Parse("2959"), Name = "Marble Falls 4 WSW" };

        RainfallChangeKind[] alerts = [.. Enum.GetValues<RainfallChangeKind>().Where(kind => sender.Send(Crossed() with { Kind = kind }))];

        Assert.Equal(
            [RainfallChangeKind.GaugeSilent, RainfallChangeKind.GaugeReporting, RainfallChangeKind.FeedDown, RainfallChangeKind.FeedUp, RainfallChangeKind.ThresholdCrossed, RainfallChangeKind.ThresholdCleared],
            alerts);
        Assert.False(sender.Send(new RainfallChange { Kind = RainfallChangeKind.GaugeSilent, Site = other }));
    }

    [ToolFact(Shell)]
    public async Task A_program_gets_the_alert_on_standard_input_and_in_variables_and_never_as_an_argument()
    {
        string file = Path.Combine(_folder.FullName, "got it");
        RainfallAlertOptions options = new();
        options.SetCommand($"\"{Script("cat > \"$1\"; printf '\\n%s|%s|%s|%s|%s' \"$#\" \"$HYDROMET_CHANGE\" \"$HYDROMET_SITE\" \"$HYDROMET_TOTAL_IN\" \"$HYDROMET_NAME\" >> \"$1\"")}\" \"{file}\"");
        RainfallChange hostile = Crossed("$(touch x); `id` \"' \u001B[31m\0\r\n");

        await using (RainfallAlertSender sender = Sender(options))
        {
            sender.Send(hostile);
        }

        string[] lines = await File.ReadAllLinesAsync(file);
        Assert.Equal("$(touch x); `id` \"' ?[31m???", JsonDocument.Parse(lines[0]).RootElement.GetProperty("name").GetString());
        Assert.Equal("1|thresholdCrossed|LCRA_3018|2.81|$(touch x); `id` \"' ?[31m???", lines[1]);
        Assert.False(_undelivered.Reader.TryRead(out _));
    }

    [ToolFact(Shell)]
    public async Task A_program_that_fails_is_run_again_and_its_error_is_told()
    {
        string runs = Path.Combine(_folder.FullName, "runs");

        await using (RainfallAlertSender sender = Sender(new RainfallAlertOptions { Program = Script("echo run >> \"$1\"; echo 'no paper' >&2; exit 3"), Arguments = $"\"{runs}\"", MaxAttempts = 2 }))
        {
            sender.Send(Crossed());
        }

        Assert.Equal(2, (await File.ReadAllLinesAsync(runs)).Length);
        Assert.EndsWith("It ended with exit code 3. no paper", await _undelivered.Reader.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told_once()
    {
        await using (RainfallAlertSender sender = Sender(new RainfallAlertOptions { Program = Path.Combine(_folder.FullName, "absent") }))
        {
            sender.Send(Crossed());
        }

        Assert.Contains("It cannot be started: ", await _undelivered.Reader.ReadAsync(), StringComparison.Ordinal);
        Assert.False(_undelivered.Reader.TryRead(out _));
    }

    [ToolFact(Shell)]
    public async Task A_program_that_does_not_end_is_ended_and_one_that_writes_a_lot_is_not_stopped()
    {
        string pid = Path.Combine(_folder.FullName, "pid");
        string script = Script("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2; echo $$ > \"$1.new\"; mv \"$1.new\" \"$1\"; exec sleep 1000");
        FakeTimeProvider clock = new();

        await using (RainfallAlertSender sender = Sender(new RainfallAlertOptions { Program = script, Arguments = $"\"{pid}\"", MaxAttempts = 1, AttemptTimeout = TimeSpan.FromSeconds(10) }, clock))
        {
            sender.Send(Crossed());
            while (!File.Exists(pid))
            {
                await Task.Yield();
            }

            clock.Advance(TimeSpan.FromSeconds(10));
            Assert.EndsWith("No attempt succeeded within 10 seconds.", await _undelivered.Reader.ReadAsync(), StringComparison.Ordinal);
        }

        int number = int.Parse(await File.ReadAllTextAsync(pid), CultureInfo.InvariantCulture);
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (CommandOf(number).Contains("sleep", StringComparison.Ordinal))
        {
            await Task.Yield();
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public void A_long_name_is_cut_and_the_body_stays_small()
    {
        byte[] body = AlertJson.Of(Crossed(string.Concat(Enumerable.Repeat("\U0001F327", 100_000))));

        Assert.InRange(body.Length, 1_000, 8_191);
        Assert.Equal(500, JsonDocument.Parse(body).RootElement.GetProperty("name").GetString()!.Length);
    }

    [Theory]
    [InlineData("notify", "notify", "")]
    [InlineData(" /opt/send --all  now ", "/opt/send", "--all  now")]
    [InlineData("\"/opt/my alerts/send\" \"a b\" c", "/opt/my alerts/send", "\"a b\" c")]
    [InlineData("\"/opt/my alerts/send\"", "/opt/my alerts/send", "")]
    public void A_command_line_is_a_program_and_its_arguments(string commandLine, string program, string arguments)
    {
        RainfallAlertOptions options = new();

        options.SetCommand(commandLine);

        Assert.Equal((program, arguments), (options.Program, options.Arguments));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"\" x")]
    public void A_command_line_without_a_program_throws(string commandLine) => Assert.Throws<ArgumentException>(() => new RainfallAlertOptions().SetCommand(commandLine));

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/hook")]
    public void A_webhook_is_https_or_on_this_machine(string address) =>
        Assert.Throws<ArgumentException>(() => new RainfallAlertOptions { Webhook = new Uri(address, UriKind.RelativeOrAbsolute) });

    [Fact]
    public void Limits_have_limits()
    {
        RainfallAlertOptions options = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxAttempts = 11);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxQueued = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.AttemptTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.RetryDelay = TimeSpan.FromMinutes(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.DrainTimeout = TimeSpan.FromMinutes(6));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static RainfallChange Crossed(string? name = null)
    {
        Site site = new() { Id = Gauge, Name = name ?? "Hamilton Creek near Marble Falls" };
        RainfallTotal total = new()
        {
            Site = site,
            Period = RainfallPeriod.TwentyFourHours,
            Inches = 2.81m,
            Start = TestReports.Central(10, 1, 6, 55),
            End = TestReports.Central(10, 2, 6, 55),
            Source = new RainfallSource { Feed = HydrometFeed.Rainfall },
        };
        return new RainfallChange { Kind = RainfallChangeKind.ThresholdCrossed, Site = site, From = total.Start, To = total.End, Inches = total.Inches, Total = total, Threshold = Threshold };
    }

    // Retries come at once and nothing ends early, however slow the machine is.
    private RainfallAlertSender Sender(RainfallAlertOptions options, TimeProvider? clock = null)
    {
        RainfallAlertOptions usual = new();
        options.RetryDelay = TimeSpan.FromMilliseconds(1);
        options.AttemptTimeout = options.AttemptTimeout == usual.AttemptTimeout && clock is null ? Patience : options.AttemptTimeout;
        options.DrainTimeout = options.DrainTimeout == usual.DrainTimeout ? Patience : options.DrainTimeout;
        options.Thresholds = [Threshold];
        return new RainfallAlertSender(options, (_, reason) => _undelivered.Writer.TryWrite(reason), clock);
    }

    // Empty for a process that has ended, also while it is read.
    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private string Script(string commands)
    {
        string path = Path.Combine(_folder.FullName, "alert script");
        File.WriteAllText(path, $"#!{Shell}\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>A receiver of webhooks that responds to each request with the next of some statuses, and then with the last one.</summary>
    private sealed class Hook : IAsyncDisposable
    {
        private readonly LoopbackServer _server;
        private readonly Channel<(string, string)> _bodies = Channel.CreateUnbounded<(string, string)>();
        private int _next;

        public Hook(params string[] responses) => _server = new LoopbackServer(async (request, stream, token) =>
        {
            string[] parts = request.Split("\n\n");
            _bodies.Writer.TryWrite((parts[0], Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(parts[1]))));
            string response = responses[Math.Min(Interlocked.Increment(ref _next) - 1, responses.Length - 1)];
            if (response == "never")
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(response.Length == 0 ? "" : $"HTTP/1.1 {response}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), token);
        });

        public ChannelReader<(string Head, string Body)> Bodies => _bodies.Reader;

        public Uri Address => new(_server.Address, "secret/path");

        public int Requests => _server.Requests;

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
