using System.Net;
using System.Text;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Serves each request for history as a test configures it, and records them.</summary>
internal sealed class StubHistoryHandler(Func<HistoryCall, string> answer) : HttpMessageHandler
{
    public List<HistoryCall> Requested { get; } = [];

    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HistoryCall ask = HistoryCall.Of(request.RequestUri!);
        Requested.Add(ask);
        return Task.FromResult(new HttpResponseMessage(Status) { Content = new StringContent(answer(ask), Encoding.UTF8, "application/json") });
    }
}
