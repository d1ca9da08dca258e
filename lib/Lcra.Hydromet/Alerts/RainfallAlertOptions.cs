namespace Lcra.Hydromet;

/// <summary>Options of a <see cref="RainfallAlertSender"/>: where alerts go, and the limits of each delivery.</summary>
public sealed class RainfallAlertOptions
{
    private const int MaxMaxAttempts = 10;
    private const int MaxMaxQueued = 10_000;
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets the address that each alert is sent to by POST, as JSON; null for none. Its path is not written to logs, because many
    /// services put a secret there.
    /// </summary>
    /// <exception cref="ArgumentException">The address is not https, and not http on this machine (loopback).</exception>
    public Uri? Webhook
    {
        get;
        set => field = value is null or { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true }
            ? value
            : throw new ArgumentException("A webhook must be an https address, or an http address on this machine (loopback).", nameof(value));
    }

    /// <summary>
    /// Gets or sets the program that runs for each alert, without a shell; null for none. It reads the alert as JSON from standard input and
    /// from environment variables; nothing of an alert is in its arguments.
    /// </summary>
    public string? Program { get; set; }

    /// <summary>Gets or sets the arguments of <see cref="Program"/>, separated by blanks; double quotes hold an argument with blanks together.</summary>
    public string Arguments { get; set; } = "";

    /// <summary>Gets or sets the thresholds of the watch: the silence of their gauges is an alert too, because a silent gauge crosses nothing.</summary>
    public IReadOnlyCollection<RainfallThreshold> Thresholds { get; set; } = [];

    /// <summary>Gets or sets how often a delivery is tried, from 1 to 10; 4 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 10.</exception>
    public int MaxAttempts
    {
        get;
        set => field = value is >= 1 and <= MaxMaxAttempts ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The number of attempts must be from 1 to {MaxMaxAttempts}.");
    } = 4;

    /// <summary>Gets or sets the time for one attempt, up to five minutes; 10 seconds by default. A program that runs longer is ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero, or longer than five minutes.</exception>
    public TimeSpan AttemptTimeout
    {
        get;
        set => field = Limited(value);
    } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the delay before the first retry, up to five minutes; 2 seconds by default. It doubles with each retry; <c>Retry-After</c> counts up to a minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not above zero, or longer than five minutes.</exception>
    public TimeSpan RetryDelay
    {
        get;
        set => field = Limited(value);
    } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how many alerts may wait for each receiver, from 1 to 10,000; 100 by default. Beyond it the oldest is dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 10,000.</exception>
    public int MaxQueued
    {
        get;
        set => field = value is >= 1 and <= MaxMaxQueued ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The length of the queue must be from 1 to {MaxMaxQueued}.");
    } = 100;

    /// <summary>Gets or sets how long <see cref="RainfallAlertSender.DisposeAsync"/> waits for alerts that are under way, up to five minutes; 5 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero, or longer than five minutes.</exception>
    public TimeSpan DrainTimeout
    {
        get;
        set => field = Limited(value);
    } = TimeSpan.FromSeconds(5);

    /// <summary>Splits a command line into <see cref="Program"/> and <see cref="Arguments"/>: a path with blanks is in double quotes.</summary>
    /// <param name="commandLine">The command line, such as <c>"/opt/my alerts/send" --all</c>.</param>
    /// <exception cref="ArgumentException">The command line names no program.</exception>
    public void SetCommand(string commandLine)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(commandLine);
        string text = commandLine.Trim();
        bool isQuoted = text[0] == '"';
        int end = text.IndexOf(isQuoted ? '"' : ' ', isQuoted ? 1 : 0);
        string program = end < 0 ? text.Trim('"') : text[(isQuoted ? 1 : 0)..end];
        Program = program.Length > 0 ? program : throw new ArgumentException("The command line names no program.", nameof(commandLine));
        Arguments = end < 0 ? "" : text[(end + 1)..].TrimStart();
    }

    private static TimeSpan Limited(TimeSpan value) => value > TimeSpan.Zero && value <= MaxTimeout
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The time must be above zero and at most five minutes.");
}
