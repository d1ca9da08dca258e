using System.Net;
using Lcra.Hydromet.Replay;

namespace RainfallSite.Tests.Support;

/// <summary>Replaces LCRA: responds from a recording unless a test overrides it, and counts requests.</summary>
internal sealed class FeedServer : HttpMessageHandler
{
    private readonly HttpMessageInvoker _replay = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
    private int _feeds;
    private int _histories;
    private int _maxAtOnce;
    private int _atOnce;

    public int Requests => FeedRequests + Histories.Count;

    /// <summary>Gets the requests for anything but histories.</summary>
    public int FeedRequests => Volatile.Read(ref _feeds);

    /// <summary>Gets the requests for histories, and how many of them there were at once.</summary>
    public (int Count, int MaxAtOnce) Histories => (Volatile.Read(ref _histories), Volatile.Read(ref _maxAtOnce));

    /// <summary>Gets or sets the response to a request; null for the recorded one.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Override { get; set; }

    /// <summary>Gets or sets what each response waits for; null to respond at once.</summary>
    public Task? Delay { get; set; }

    public static HttpResponseMessage Down(HttpRequestMessage request) => new(HttpStatusCode.BadGateway) { RequestMessage = request };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.Contains("/GetDataBySite/", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _feeds);
            return await RespondAsync(request, cancellationToken);
        }

        Interlocked.Increment(ref _histories);
        int now = Interlocked.Increment(ref _atOnce);
        _maxAtOnce = Math.Max(_maxAtOnce, now);
        try
        {
            await Task.Yield();
            return await RespondAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await (Delay ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return Override?.Invoke(request) ?? await _replay.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _replay.Dispose();
        base.Dispose(disposing);
    }
}
