using System.Net;
using System.Text.Json;
using Lcra.Hydromet;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rainfall;

public sealed class RainfallApiTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task One_total_has_its_window_source_and_age() =>
        Snapshot.Match(JsonSerializer.Serialize(await JsonAsync("/api/rainfall/3018/24_hour"), Indented));

    [Fact]
    public async Task A_blank_total_is_null_with_its_reason()
    {
        JsonElement total = await JsonAsync("/api/rainfall/5489/last_year");

        Assert.Equal(JsonValueKind.Null, total.GetProperty("inches").ValueKind);
        Assert.Equal(JsonValueKind.Null, total.GetProperty("millimeters").ValueKind);
        Assert.Equal("blank", total.GetProperty("missing").GetString());
        Assert.Equal("2025-01-01T00:00:00-06:00", total.GetProperty("start").GetString());
    }

    [Fact]
    public async Task A_gauge_has_a_total_for_every_period()
    {
        JsonElement gauge = await JsonAsync("/api/rainfall/2959");

        Assert.Equal("LCRA:2959", gauge.GetProperty("site").GetProperty("id").GetString());
        Assert.Equal(
            RainfallPeriod.All.Select(period => period.Key),
            gauge.GetProperty("totals").EnumerateArray().Select(total => total.GetProperty("period").GetProperty("key").GetString()!));
    }

    [Theory]
    [InlineData("3018", "1.88", "this_month")]
    [InlineData("LCRA:3018", "2.81", "24_hour")]
    [InlineData("lcra:3018", "2.81", "24_HOUR")]
    [InlineData("2306", "7.64", "1_day_ago")]
    public async Task Numbers_are_those_of_the_feed(string number, string inches, string period) =>
        Assert.Equal(inches, (await JsonAsync($"/api/rainfall/{number}/{period}")).GetProperty("inches").GetRawText());

    [Theory]
    [InlineData("/api/rainfall/2222/24_hour", "LCRA:2200")]
    [InlineData("/api/rainfall/2222", "LCRA:2200")]
    [InlineData("/api/rainfall/hamiltn%20creek/24_hour", "LCRA:3018")]
    [InlineData("/api/rainfall/COA:3018", "LCRA:3018")]
    public async Task An_unknown_gauge_is_a_problem_that_names_the_nearest(string address, string nearest)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains(nearest, problem.GetProperty("suggestions").EnumerateArray().Select(suggestion => suggestion.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("/api/rainfall/999999")]
    [InlineData("/api/rainfall/zzzzzz/24_hour")]
    public async Task A_number_or_name_like_no_other_has_no_suggestions(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("suggestions").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_period_is_a_problem_that_lists_the_keys()
    {
        using HttpResponseMessage response = await site.GetAsync("/api/rainfall/3018/49_hour");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("24_hour", JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("periods").EnumerateArray().Select(key => key.GetString()));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_a_problem_too()
    {
        using HttpResponseMessage response = await site.GetAsync("/api/nothing");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Every_gauge_is_listed()
    {
        JsonElement[] sites = [.. (await JsonAsync("/api/sites")).GetProperty("sites").EnumerateArray()];

        Assert.Equal(335, sites.Length);
        Assert.Contains(sites, listed => listed.GetProperty("name").GetString() == "Bull Creek at Loop 360, Austin");
    }

    private async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await site.GetStringAsync(address)).RootElement;
}
