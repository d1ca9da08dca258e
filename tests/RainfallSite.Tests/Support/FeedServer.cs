using System.Net;
using Lcra.Hydromet.Replay;

namespace RainfallSite.Tests.Support;

/// <summary>Replaces LCRA: responds from a recording unless a test overrides it, and counts requests.</summary>
internal sealed class FeedServer : HttpMessageHandler
{
    private readonly HttpMessageInvoker _replay = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Gets or sets the response to a request; null for the recorded one.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Override { get; set; }

    /// <summary>Gets or sets what each response waits for; null to respond at once.</summary>
    public Task? Delay { get; set; }

    public static HttpResponseMessage Down(HttpRequestMessage request) => new(HttpStatusCode.BadGateway) { RequestMessage = request };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        await (Delay ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return Override?.Invoke(request) ?? await _replay.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _replay.Dispose();
        base.Dispose(disposing);
    }
}
