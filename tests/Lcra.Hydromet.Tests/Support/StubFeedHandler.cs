using System.Net;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Serves each feed as a test configures it, counts the requests, and throws on any other address.</summary>
internal sealed class StubFeedHandler : HttpMessageHandler
{
    private readonly Dictionary<string, Func<CancellationToken, Task<HttpResponseMessage>>> _answers = [];

    public List<Uri> Requested { get; } = [];

    public StubFeedHandler With(HydrometFeed feed, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers[feed.Path] = answer;
        return this;
    }

    public StubFeedHandler With(HydrometFeed feed, HttpStatusCode status, Action<HttpResponseMessage>? change = null) =>
        With(feed, _ =>
        {
            HttpResponseMessage response = new(status);
            change?.Invoke(response);
            return Task.FromResult(response);
        });

    public StubFeedHandler With(HydrometFeed feed, byte[] body) =>
        With(feed, HttpStatusCode.OK, response => response.Content = new ByteArrayContent(body));

    public StubFeedHandler With(HydrometFeed feed, string anomaly) => With(feed, FeedFile.Read(feed, anomaly));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Requested)
        {
            Requested.Add(request.RequestUri!);
        }

        return _answers.FirstOrDefault(known => request.RequestUri!.AbsolutePath.Contains('/' + known.Key, StringComparison.Ordinal)).Value
            is { } answer
            ? answer(cancellationToken)
            : throw new InvalidOperationException($"No test expects a request for {request.RequestUri}.");
    }
}
