using System.Net;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Archive.Tests.Sync;

/// <summary>LCRA for tests: the recording, with failures that a test chooses, and a list of what was requested when.</summary>
internal sealed class RecordedServer(TimeProvider clock) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _invoker = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
    private readonly List<(string Path, DateTimeOffset At)> _requests = [];
    private int _underWay;

    /// <summary>Gets or sets what to respond to a request instead of the recording, by its number from 1; null for the recording.</summary>
    public Func<int, string, HttpResponseMessage?>? Failing { get; set; }

    public int MaxAtOnce { get; private set; }

    public IReadOnlyList<(string Path, DateTimeOffset At)> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public string[] Windows => [.. Requests.Select(request => request.Path)];

    public HydrometClient Client(TimeProvider? time = null) => new(new HttpClient(this, disposeHandler: false), timeProvider: time ?? clock);

    public static HttpResponseMessage Status(HttpStatusCode status, TimeSpan? retryAfter = null)
    {
        HttpResponseMessage response = new(status);
        response.Headers.RetryAfter = retryAfter is { } wait ? new System.Net.Http.Headers.RetryConditionHeaderValue(wait) : null;
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath;
        int number;
        lock (_requests)
        {
            _requests.Add((path, clock.GetUtcNow()));
            number = _requests.Count;
            MaxAtOnce = Math.Max(MaxAtOnce, ++_underWay);
        }

        try
        {
            await Task.Yield();
            return Failing?.Invoke(number, path) is { } failure ? failure : await _invoker.SendAsync(request, cancellationToken);
        }
        finally
        {
            lock (_requests)
            {
                _underWay--;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        _invoker.Dispose();
        base.Dispose(disposing);
    }
}
