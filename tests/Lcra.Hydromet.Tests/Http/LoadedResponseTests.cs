namespace Lcra.Hydromet.Tests.Http;

/// <summary>A response whose body the handler has read to its end.</summary>
public class LoadedResponseTests
{
    [Fact]
    public async Task It_has_body_and_headers_of_the_content_that_it_came_in_which_is_closed()
    {
        using WatchedContent sent = new();
        using HydrometResilienceHandler handler = new(new HydrometClientOptions()) { InnerHandler = new Sender(sent) };
        using HttpMessageInvoker http = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://example.org/");

        using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);

        Assert.Equal("rain", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(4, response.Content.Headers.ContentLength);
        Assert.True(sent.IsClosed, "The content was left open.");
    }

    private sealed class Sender(HttpContent content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = content });
    }

    private sealed class WatchedContent() : StringContent("rain", null, "text/csv")
    {
        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
