namespace Lcra.Hydromet;

/// <summary>What a site mainly measures.</summary>
public enum SiteKind
{
    /// <summary>The feed says nothing, or a word that this library does not know.</summary>
    Unknown,

    /// <summary>A rain gauge.</summary>
    Rain,

    /// <summary>A river or creek; USGS streams too.</summary>
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
