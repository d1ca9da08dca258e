namespace RainfallSite.Security;

/// <summary>The one foreign origin that pictures may come from: the map's tiles, when they are configured.</summary>
internal static class TileOrigin
{
    private const string Subdomain = "{s}.";
    private const string Stand = "subdomain.";

    /// <summary>Gives the origin for the content policy, with <c>*</c> for <c>{s}</c>; null when no tiles are configured.</summary>
    public static string? Read(IConfiguration configuration)
    {
        if (configuration[SettingNames.TileUrl] is not { Length: > 0 } address)
        {
            return null;
        }

        string[] parts = ["{z}", "{x}", "{y}"];
        if (!Uri.TryCreate(address.Replace(Subdomain, Stand, StringComparison.Ordinal), UriKind.Absolute, out Uri? uri)
            || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0
            || !parts.All(part => address.Contains(part, StringComparison.Ordinal)))
        {
            throw SettingNames.Bad(SettingNames.TileUrl, "an absolute http or https address with {z}, {x} and {y}", address);
        }

        return uri.GetLeftPart(UriPartial.Authority).Replace(Stand, "*.", StringComparison.Ordinal);
    }
}
