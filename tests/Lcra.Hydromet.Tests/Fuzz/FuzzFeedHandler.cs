using System.Net;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Serves the bytes of one case.</summary>
internal sealed class FuzzFeedHandler : HttpMessageHandler
{
    private Dictionary<string, byte[]> _bodies = [];

    public IReadOnlyDictionary<string, byte[]> Bodies => _bodies;

    public void Serve(params ReadOnlySpan<(HydrometFeed Feed, byte[] Body)> feeds)
    {
        _bodies = [];
        foreach ((HydrometFeed feed, byte[] body) in feeds)
        {
            _bodies.Add(feed.Path, body);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath;
        byte[] body = _bodies.First(known => path.StartsWith('/' + known.Key, StringComparison.Ordinal)).Value;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
    }
}
