using System.Text.Json;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

public sealed class ApiDescriptionTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task The_document_describes_every_route() => Snapshot.Match(await site.GetStringAsync("/openapi/v1.json"));

    [Fact]
    public async Task Every_member_has_a_description()
    {
        JsonElement schemas = JsonDocument.Parse(await site.GetStringAsync("/openapi/v1.json")).RootElement.GetProperty("components").GetProperty("schemas");

        string[] silent =
        [
            .. from schema in schemas.EnumerateObject()
               from member in schema.Value.GetProperty("properties").EnumerateObject()
               where !member.Value.TryGetProperty("description", out _)
               select $"{schema.Name}.{member.Name}",
        ];

        Assert.Empty(silent);
    }
}
