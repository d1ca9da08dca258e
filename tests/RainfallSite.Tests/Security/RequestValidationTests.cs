using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

public sealed class RequestValidationTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/?q=%EF%BF%BE")]
    [InlineData("/?q=%00")]
    [InlineData("/?%EF%B7%90=1")]
    [InlineData("/gauges?q=%F0%9F%BF%BF")]
    [InlineData("/sites/%EF%BF%BF")]
    [InlineData("/..%2fappsettings.0000000000.json")]
    public async Task Text_that_no_name_can_have_is_a_400(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/?q=", 2100)]
    [InlineData("/sites/", 600)]
    public async Task An_address_that_is_too_long_is_a_414(string start, int length)
    {
        using HttpResponseMessage response = await site.GetAsync(start + new string('a', length));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Theory]
    [InlineData(39)]
    [InlineData(59)]
    [InlineData(79)]
    public async Task A_search_text_is_never_cut_inside_a_character(int letters)
    {
        string text = new string('a', letters) + "%F0%9F%98%80";

        using HttpResponseMessage front = await site.GetAsync("/?q=" + text);
        using HttpResponseMessage gauges = await site.GetAsync("/gauges?q=" + text);
        using HttpResponseMessage unknown = await site.GetAsync("/?site=" + text);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound), (front.StatusCode, gauges.StatusCode, unknown.StatusCode));
    }

    [Theory]
    [InlineData("/sites/%20", HttpStatusCode.NotFound)]
    [InlineData("/sites/%2500", HttpStatusCode.BadRequest)]
    public async Task A_site_without_a_name_is_refused(string address, HttpStatusCode status)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_malformed_host_is_a_400()
    {
        using HttpResponseMessage response = await site.GetAsync("/atom/3018/24_hour?over=1.00", ("Host", "localhost:99999"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
