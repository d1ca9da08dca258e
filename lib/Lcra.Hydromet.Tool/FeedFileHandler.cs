using System.Net;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Responds with a file at the address of its feed, and with 404 at the others.</summary>
internal sealed class FeedFileHandler(FeedFile file) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(request.RequestUri!.AbsolutePath.EndsWith(file.Feed.Path, StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(file.Body) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
}
