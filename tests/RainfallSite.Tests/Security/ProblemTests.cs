using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RainfallSite.Api;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

public sealed class ProblemTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private readonly SiteFixture _site = new();

    [Theory]
    [InlineData("POST", "/api/sites", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/text/3018/24_hour.txt", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/", HttpStatusCode.NotFound)]
    public async Task An_error_is_a_problem_that_says_what_to_do(string method, string address, HttpStatusCode status)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), address);

        using HttpResponseMessage response = await site.SendAsync(request);

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        // The property would count a body without the header.
        Assert.True(response.Content.Headers.NonValidated.Contains("Content-Length"));
        Assert.NotEmpty(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_client_that_accepts_only_something_else_gets_the_problem_all_the_same()
    {
        using HttpResponseMessage response = await site.GetAsync("/api/nothing", ("Accept", "application/xml"));

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_failure_of_the_site_reveals_no_implementation_details(string environment)
    {
        _site.With("environment", environment).With(services =>
        {
            services.RemoveAll<GaugeLookup>();
            services.AddSingleton<GaugeLookup>(_ => throw new InvalidOperationException("the secret inside"));
        });

        using HttpResponseMessage response = await _site.GetAsync("/api/rainfall/3018");
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_request_with_a_large_body_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/sites") { Content = new ByteArrayContent(new byte[5000]) };

        using HttpResponseMessage response = await site.SendAsync(request);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("/api/sites")]
    [InlineData("/text/3018/24_hour.txt")]
    [InlineData("/healthz")]
    public async Task HEAD_returns_the_status_of_GET(string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Head, address);

        using HttpResponseMessage response = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public void Dispose() => _site.Dispose();
}
