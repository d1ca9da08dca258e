using System.Text.Json;
using System.Text.Json.Nodes;
using Lcra.Hydromet;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

/// <summary>The API writes what the library writes, and describes all of it.</summary>
public sealed class ApiFormTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Total = "/api/rainfall/3018/this_month";
    private readonly JsonSerializerOptions _library = new() { TypeInfoResolver = HydrometJsonContext.Default, Converters = { new RainfallTotalJsonConverter(site.Clock) } };

    [Fact]
    public async Task A_total_is_what_the_library_writes() =>
        Assert.True(JsonNode.DeepEquals(Written(await GaugeAsync("3018"), gauge => gauge[RainfallPeriod.ThisMonth]), await JsonAsync(Total)));

    [Fact]
    public async Task A_gauges_totals_are_what_the_library_writes()
    {
        JsonNode gauge = await JsonAsync("/api/rainfall/COA:950");

        Assert.True(JsonNode.DeepEquals(Written(await GaugeAsync("COA:950"), gauge => gauge.Site), gauge["site"]));
        Assert.True(JsonNode.DeepEquals(Written(await GaugeAsync("COA:950"), gauge => (IReadOnlyList<RainfallTotal>)[.. gauge.Totals]), gauge["totals"]));
    }

    [Fact]
    public async Task A_site_in_the_list_has_the_members_of_a_site_and_more()
    {
        JsonArray sites = (await JsonAsync("/api/sites"))["sites"]!.AsArray();

        foreach (JsonNode? listed in sites)
        {
            JsonObject known = Written(await GaugeAsync(listed!["id"]!.GetValue<string>()), gauge => gauge.Site)!.AsObject();
            Assert.All(known, member => Assert.True(JsonNode.DeepEquals(member.Value, listed[member.Key]), $"{known["id"]} {member.Key}"));
        }
    }

    [Fact]
    public async Task A_suggested_site_is_what_the_library_writes()
    {
        using HttpResponseMessage response = await site.GetAsync("/api/rainfall/2222");

        JsonNode suggested = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["suggestions"]![0]!;
        Assert.True(JsonNode.DeepEquals(Written(await GaugeAsync(suggested["id"]!.GetValue<string>()), gauge => gauge.Site), suggested));
    }

    [Fact]
    public async Task The_description_has_every_member_of_a_total_and_no_other()
    {
        JsonNode schemas = (await JsonAsync("/openapi/v1.json"))["components"]!["schemas"]!;
        JsonNode total = await JsonAsync(Total);
        (string Schema, JsonNode Written)[] parts =
        [
            ("TotalResponse", total), ("SiteResponse", total["site"]!), ("PeriodResponse", total["period"]!), ("SourceResponse", total["source"]!),
            ("ConflictResponse", total["conflicts"]!.AsArray().First(conflict => conflict!["parts"] is not null)!),
            ("GaugeResponse", await JsonAsync("/api/rainfall/3018")), ("ListedSiteResponse", (await JsonAsync("/api/sites?take=1"))["sites"]![0]!),
        ];

        Assert.All(parts, part => Assert.Equal(
            part.Written.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal),
            schemas[part.Schema]!["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal)));
    }

    private JsonNode? Written<T>(RainfallGauge gauge, Func<RainfallGauge, T> part) => JsonSerializer.SerializeToNode(part(gauge), _library);

    private async Task<RainfallGauge> GaugeAsync(string text)
    {
        await site.GetStringAsync("/healthz");
        return site.Services.GetRequiredService<HydrometCache>().CurrentRainfall!.Find(text)!;
    }

    private async Task<JsonNode> JsonAsync(string address) => JsonNode.Parse(await site.GetStringAsync(address))!;
}
