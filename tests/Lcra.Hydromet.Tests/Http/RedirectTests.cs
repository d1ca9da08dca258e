using System.Net;
using Lcra.Hydromet.Http.Internal;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>A redirect must not take a request out of TLS, nor to a stranger without it.</summary>
public class RedirectTests
{
    private const string Home = "gauges.example";

    [Theory]
    [InlineData("https://gauges.example/a", "https://elsewhere.example/b", true)]
    [InlineData("https://gauges.example/a", "/b", true)]
    [InlineData("http://gauges.example/a", "https://elsewhere.example/b", true)]
    [InlineData("http://gauges.example/a", "http://GAUGES.example/b", true)]
    [InlineData("http://gauges.example/a", "http://elsewhere.example/b", false)]
    [InlineData("https://gauges.example/a", "http://gauges.example/b", false)]
    [InlineData("https://gauges.example/a", "ftp://gauges.example/b", false)]
    public async Task It_is_followed_to_https_or_home_and_never_down_from_https(string from, string to, bool followed)
    {
        using Redirecting lcra = new(HttpStatusCode.Found, to);

        using HttpResponseMessage response = await AskAsync(lcra, HttpMethod.Get, from);

        Assert.Equal(followed ? 2 : 1, lcra.Requested);
    }

    [Fact]
    public async Task Only_a_get_is_sent_again()
    {
        using Redirecting lcra = new(HttpStatusCode.Found, "https://gauges.example/b");

        using HttpResponseMessage response = await AskAsync(lcra, HttpMethod.Post, "https://gauges.example/a");

        Assert.Equal(1, lcra.Requested);
    }

    [Fact]
    public async Task An_address_without_a_redirect_goes_nowhere()
    {
        using Redirecting lcra = new(HttpStatusCode.MultipleChoices, "https://gauges.example/b");

        using HttpResponseMessage response = await AskAsync(lcra, HttpMethod.Get, "https://gauges.example/a");

        Assert.Equal(1, lcra.Requested);
    }

    private static async Task<HttpResponseMessage> AskAsync(Redirecting lcra, HttpMethod method, string address)
    {
        using HttpMessageInvoker redirects = new(new RedirectHandler(Home) { InnerHandler = lcra }, disposeHandler: false);
        using HttpRequestMessage request = new(method, new Uri(address));
        return await redirects.SendAsync(request, CancellationToken.None);
    }

    private sealed class Redirecting(HttpStatusCode status, string to) : HttpMessageHandler
    {
        public int Requested { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = new(Requested++ == 0 ? status : HttpStatusCode.OK);
            response.Headers.Location = new Uri(to, UriKind.RelativeOrAbsolute);
            return Task.FromResult(response);
        }
    }
}
