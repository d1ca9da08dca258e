using System.Net;
using System.Text.Json;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

public sealed class NearbyTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task The_nearest_gauges_come_first_with_their_distance()
    {
        JsonElement[] sites = await SitesAsync("/api/sites?near=30.57,-98.27&take=3");

        Assert.Equal(["LCRA:2992", "LCRA:2998", "LCRA:3018"], sites.Select(listed => listed.GetProperty("id").GetString()!));
        Assert.Equal((2.04m, 1.27m, 318), (sites[0].GetProperty("distanceKilometers").GetDecimal(), sites[0].GetProperty("distanceMiles").GetDecimal(), sites[0].GetProperty("bearingDegrees").GetInt32()));
    }

    [Fact]
    public async Task Without_a_place_there_is_no_distance() =>
        Assert.Equal(JsonValueKind.Null, (await SitesAsync("/api/sites?take=1"))[0].GetProperty("distanceMiles").ValueKind);

    [Theory]
    [InlineData("near=30.57")]
    [InlineData("near=30.57,-98.27,1")]
    [InlineData("near=30,57,-98,27")]
    [InlineData("near=91,0")]
    [InlineData("near=0,181")]
    [InlineData("near=NaN,0")]
    [InlineData("near=1e1,0")]
    [InlineData("near=here")]
    [InlineData("take=0")]
    [InlineData("take=-1")]
    [InlineData("take=many")]
    [InlineData("take=99999999999")]
    public async Task An_invalid_query_is_a_problem_that_says_what_is_valid(string query)
    {
        using HttpResponseMessage response = await site.GetAsync("/api/sites?" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(" as in ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<JsonElement[]> SitesAsync(string address) =>
        [.. JsonDocument.Parse(await site.GetStringAsync(address)).RootElement.GetProperty("sites").EnumerateArray()];
}
