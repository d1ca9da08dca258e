using System.Net;
using System.Text;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Answers each request for history as a test says, and remembers them.</summary>
internal sealed class StubHistory(Func<HistoryAsk, string> answer) : HttpMessageHandler
{
    public List<HistoryAsk> Asked { get; } = [];

    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HistoryAsk ask = HistoryAsk.Of(request.RequestUri!);
        Asked.Add(ask);
        return Task.FromResult(new HttpResponseMessage(Status) { Content = new StringContent(answer(ask), Encoding.UTF8, "application/json") });
    }
}
