using System.Net;
using Lcra.Hydromet.Replay;

namespace RainfallSite.Tests.Support;

/// <summary>Stands in for LCRA: answers from a recording until a test says otherwise, and counts.</summary>
internal sealed class FeedServer : HttpMessageHandler
{
    private readonly HttpMessageInvoker _replay = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Gets or sets what to answer instead of the recording; null for the recording.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Instead { get; set; }

    public static HttpResponseMessage Down(HttpRequestMessage request) => new(HttpStatusCode.BadGateway) { RequestMessage = request };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return Instead?.Invoke(request) ?? await _replay.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _replay.Dispose();
        base.Dispose(disposing);
    }
}
