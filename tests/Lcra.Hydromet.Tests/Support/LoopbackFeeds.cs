using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>A real server with LCRA's feeds on a free loopback port, which counts what it is asked for.</summary>
internal sealed class LoopbackFeeds : IAsyncDisposable
{
    private static readonly HydrometFeed[] Feeds =
        [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites, HydrometFeed.LakeLevels];

    private readonly LoopbackServer _server;

    public LoopbackFeeds() => _server = new LoopbackServer(AnswerAsync);

    public Uri Address => _server.Address;

    /// <summary>Gets the number of full responses for each address.</summary>
    public ConcurrentDictionary<string, int> Downloads { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the number of responses with status 304 for each address.</summary>
    public ConcurrentDictionary<string, int> Unchanged { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the last request, with its headers.</summary>
    public string LastRequest { get; private set; } = "";

    /// <summary>Gets or sets what the server tells a feed by; null for nothing.</summary>
    public string? Validator { get; set; }

    /// <summary>Gets or sets the server's own clock.</summary>
    public DateTimeOffset Date { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Gets or sets a value indicating whether LCRA is down.</summary>
    public bool IsDown { get; set; }

    /// <summary>Gets or sets the wait in seconds that LCRA asks for while it refuses every request; null while it does not.</summary>
    public int? RetryAfter { get; set; }

    /// <summary>Gets or sets a task that every response waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(string request, Stream stream, CancellationToken cancellationToken)
    {
        LastRequest = request;
        await Gate.WaitAsync(cancellationToken);
        string path = request.Split(' ')[1].TrimStart('/');
        HydrometFeed? feed = Array.Find(Feeds, known => known.Path == path);
        bool same = Validator is { } validator && request.Contains("If-" + (validator.StartsWith("ETag", StringComparison.Ordinal) ? "None-Match: " : "Modified-Since: ") + validator[(validator.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparison.OrdinalIgnoreCase);
        byte[] body = feed is null || IsDown || RetryAfter is not null || same ? [] : FeedFile.Read(feed, "plain");
        string status = IsDown ? "503 Service Unavailable" : RetryAfter is { } seconds ? $"429 Too Many Requests\r\nRetry-After: {seconds}" : feed is null ? "404 Not Found" : same ? "304 Not Modified" : "200 OK";
        (same ? Unchanged : Downloads).AddOrUpdate(path, 1, (_, count) => count + 1);
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nDate: {Date:r}\r\nContent-Type: text/csv\r\nSet-Cookie: who=you\r\nCache-Control: no-store\r\n{(Validator is null ? "" : Validator + "\r\n")}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
    }
}
