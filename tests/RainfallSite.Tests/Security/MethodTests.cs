using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

public sealed class MethodTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly string[] Addresses =
    [
        "/", "/?site=3018", "/gauges", "/gauges.csv", "/gauges.geojson", "/map", "/lakes", "/rivers", "/sites/3018", "/api/sites", "/api/rainfall/3018", "/gauges.jsonl", "/api/rainfall/3018?format=csv",
        "/api/rainfall/3018/24_hour", "/badge/3018/24_hour.svg", "/text/3018/24_hour.txt", "/atom/3018/24_hour?over=1.00", "/openapi/v1.json", "/healthz", "/readyz", "/icon.svg",
    ];

    public static TheoryData<string> Routes { get; } = [.. Addresses];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task HEAD_works_wherever_GET_does(string address)
    {
        using HttpResponseMessage get = await site.GetAsync(address);
        using HttpRequestMessage request = new(HttpMethod.Head, address);
        using HttpResponseMessage head = await site.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (get.StatusCode, head.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Any_other_method_is_a_405_with_the_methods_that_work(string method)
    {
        foreach (string address in Addresses.Append("/nothing"))
        {
            using HttpRequestMessage request = new(new HttpMethod(method), address);
            using HttpResponseMessage response = await site.SendAsync(request);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        }
    }
}
