using System.Text.Json;
using RainfallSite.Tests.Language;

namespace RainfallSite.Tests.Client;

public sealed class ClientLockTests
{
    [Fact]
    public void The_browsers_libraries_are_locked_by_their_content_and_come_from_the_public_registry()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(TextFile.SiteFolder(), "client", "package-lock.json")));
        JsonProperty[] packages = [.. file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0)];

        Assert.Equal(["node_modules/leaflet", "node_modules/uplot"], packages.Select(package => package.Name));
        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal));
        Assert.All(packages, package => Assert.True(
            !package.Value.TryGetProperty("resolved", out JsonElement from) || from.GetString()!.StartsWith("https://registry.npmjs.org/", StringComparison.Ordinal)));
    }
}
