namespace RainfallSite.Map;

/// <summary>The section <c>Map</c> of the configuration: an optional base map below the gauges.</summary>
internal sealed class MapOptions
{
    public const string Section = "Map";

    /// <summary>Gets or sets the address of the tiles, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null for no base map.</summary>
    public string? TileUrl { get; set; }

    /// <summary>Gets or sets the attribution of the tiles; shown as text.</summary>
    public string? TileAttribution { get; set; }
}
