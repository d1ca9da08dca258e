using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Operations;

public sealed class LoadTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly string[] Addresses =
    [
        "/", "/?site=3018", "/api/sites?near=30.57,-98.27&take=5", "/api/rainfall/3018", "/api/rainfall/3018/24_hour",
        "/badge/3018/24_hour.svg", "/text/3018/24_hour.txt", "/atom/3018/24_hour?over=1.00", "/healthz", "/readyz",
    ];

    [Fact]
    public async Task Five_hundred_requests_send_none_to_LCRA()
    {
        await site.GetStringAsync("/");
        int before = site.Feeds.Requests;

        HttpStatusCode[] statuses = await Task.WhenAll(Enumerable.Range(0, 500).Select(async request =>
        {
            using HttpResponseMessage response = await site.GetAsync(Addresses[request % Addresses.Length]);
            return response.StatusCode;
        }));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal((5, 5), (before, site.Feeds.Requests));
    }
}
