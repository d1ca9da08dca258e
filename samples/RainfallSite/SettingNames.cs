namespace RainfallSite;

/// <summary>The settings that the site reads besides the section <c>Hydromet</c>; <c>docs/site.md</c> explains each.</summary>
internal static class SettingNames
{
    public const string PathBase = "PathBase";
    public const string RequestsPerMinute = "RateLimit:RequestsPerMinute";
    public const string KnownNetworks = "ForwardedHeaders:KnownNetworks";
    public const string TileUrl = "Map:TileUrl";
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Makes the error for a setting with a bad value, by the name that it has in the environment.</summary>
    public static InvalidOperationException Bad(string name, string must, string? value) =>
        new($"{name.Replace(":", "__", StringComparison.Ordinal)} must be {must}; it is '{value}'.");
}
