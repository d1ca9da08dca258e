namespace RainfallSite.Settings;

/// <summary>The settings besides the section <c>Hydromet</c>; <c>docs/site.md</c> describes each.</summary>
internal static class SettingNames
{
    public const string AllowedHosts = "AllowedHosts";
    public const string PathBase = "PathBase";
    public const string RequestsPerMinute = "RateLimit:RequestsPerMinute";
    public const string KnownNetworks = "ForwardedHeaders:KnownNetworks";
    public const string TileUrl = "Map:TileUrl";
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Makes the exception for an invalid setting, with its name in the environment.</summary>
    public static InvalidOperationException Invalid(string name, string must, string? value) =>
        new($"{InEnvironment(name)} must be {must}; it is '{value}'.");

    /// <summary>Gets the name of a setting as an environment variable.</summary>
    public static string InEnvironment(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
