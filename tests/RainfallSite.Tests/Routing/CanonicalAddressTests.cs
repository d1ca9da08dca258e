using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Routing;

/// <summary>One address for each response.</summary>
public sealed class CanonicalAddressTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/?period=24_hour&site=3018", "/?site=3018&period=24_hour")]
    [InlineData("/?site=LCRA:3018", "/?site=3018")]
    [InlineData("/?Site=3018", "/?site=3018")]
    [InlineData("/?site=3018&q=", "/?site=3018")]
    [InlineData("/?units=MM&site=3018", "/?site=3018&units=mm")]
    [InlineData("/?lang=es", "/es/")]
    [InlineData("/?site=3018&lang=es", "/es/?site=3018")]
    [InlineData("/es/gauges?lang=en&period=today", "/gauges?period=today")]
    [InlineData("/es/?lang=klingon", "/es/")]
    [InlineData("/?lang=es&utm_source=letter", "/es/")]
    [InlineData("/es", "/es/")]
    [InlineData("/ES", "/es/")]
    [InlineData("/ES/", "/es/")]
    [InlineData("/Es/Gauges?period=today&units=mm", "/es/gauges?period=today&units=mm")]
    [InlineData("/eS/sites/3018", "/es/sites/3018")]
    [InlineData("/ES/gauges?lang=en", "/gauges")]
    [InlineData("/Gauges", "/gauges")]
    [InlineData("/gauges/", "/gauges")]
    [InlineData("/gauges?q=&basin=&period=today", "/gauges?period=today")]
    [InlineData("/es/sites/LCRA:3018", "/es/sites/3018")]
    [InlineData("/API/rainfall/lcra:3018/24_hour", "/api/rainfall/3018/24_hour")]
    [InlineData("/badge/LCRA_3018/24_hour.svg", "/badge/3018/24_hour.svg")]
    [InlineData("/atom/3018/24_hour?over=1", "/atom/3018/24_hour?over=1.00")]
    [InlineData("/api/rainfall/3018?status=measured&format=csv", "/api/rainfall/3018?format=csv&status=measured")]
    [InlineData("/api/rainfall/LCRA_3018?format=CSV", "/api/rainfall/3018?format=csv")]
    [InlineData("/gauges.geojson?positioned=True&period=today", "/gauges.geojson?period=today&positioned=true")]
    public async Task Another_spelling_redirects_to_it(string address, string canonical)
    {
        using HttpResponseMessage response = await SendAsync(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (response.StatusCode, Uri.UnescapeDataString(response.Headers.Location!.ToString())));
        Assert.Equal("public, max-age=3600", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/es/")]
    [InlineData("/?utm_source=letter")]
    [InlineData("/?site=COA%3A950&period=24_hour&units=mm&roof=1000")]
    [InlineData("/?near=30.61%2C-98.27&period=since_midnight")]
    [InlineData("/gauges?period=today&q=creek&basin=Highland%20Lakes&sort=name&desc=false")]
    [InlineData("/map?period=today&lat=30.5&lon=-98.2&z=9")]
    [InlineData("/sites/3018")]
    [InlineData("/api/sites?near=30.57,-98.27&take=5")]
    [InlineData("/api/rainfall/3018/24_hour?lang=es")]
    [InlineData("/healthz")]
    public async Task The_address_itself_does_not(string address)
    {
        using HttpResponseMessage response = await SendAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Below_a_path_base_it_stays_below_it()
    {
        using SiteFixture below = new();
        below.With("PathBase", "/rainfall");
        await below.GetStringAsync("/healthz");
        using HttpClient http = below.CreateClient(new() { AllowAutoRedirect = false });

        using HttpResponseMessage response = await http.GetAsync(new Uri("/rainfall/es/Gauges", UriKind.Relative));

        Assert.Equal("/rainfall/es/gauges", response.Headers.Location!.ToString());
    }

    private async Task<HttpResponseMessage> SendAsync(string address)
    {
        await site.GetStringAsync("/healthz");
        using HttpClient http = site.CreateClient(new() { AllowAutoRedirect = false });
        return await http.GetAsync(new Uri(address, UriKind.Relative));
    }
}
