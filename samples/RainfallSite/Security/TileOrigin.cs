using RainfallSite.Settings;

namespace RainfallSite.Security;

/// <summary>The only other origin that images can come from: the map's tiles, when they are configured.</summary>
internal static class TileOrigin
{
    private const string Subdomain = "{s}.";
    private const string Placeholder = "subdomain.";

    /// <summary>Gets the origin for the content policy, with <c>*</c> for <c>{s}</c>; null when no tiles are configured.</summary>
    public static string? Read(IConfiguration configuration)
    {
        if (configuration[SettingNames.TileUrl] is not { Length: > 0 } address)
        {
            return null;
        }

        string[] parts = ["{z}", "{x}", "{y}"];
        if (!Uri.TryCreate(address.Replace(Subdomain, Placeholder, StringComparison.Ordinal), UriKind.Absolute, out Uri? uri)
            || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0
            || !parts.All(part => address.Contains(part, StringComparison.Ordinal)))
        {
            throw SettingNames.Invalid(SettingNames.TileUrl, "an absolute http or https address with {z}, {x} and {y}", address);
        }

        return uri.GetLeftPart(UriPartial.Authority).Replace(Placeholder, "*.", StringComparison.Ordinal);
    }
}
