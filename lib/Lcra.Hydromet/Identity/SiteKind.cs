using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>What a site mainly measures.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SiteKind>))]
public enum SiteKind
{
    /// <summary>The feed has no kind, or one that this library does not recognize.</summary>
    Unknown,

    /// <summary>A rain gauge.</summary>
    Rain,

    /// <summary>A river or creek, including USGS streams.</summary>
    River,

    /// <summary>A lake.</summary>
    Lake,

    /// <summary>A dam.</summary>
    Dam,

    /// <summary>A water quality station.</summary>
    WaterQuality,

    /// <summary>A weather station.</summary>
    Weather,
}
