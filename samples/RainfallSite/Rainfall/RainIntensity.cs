namespace RainfallSite.Rainfall;

/// <summary>How hard it rained in an hour, in the classes of the American Meteorological Society's glossary.</summary>
internal enum RainIntensity
{
    /// <summary>None.</summary>
    None,

    /// <summary>Up to 0.10 inches in an hour.</summary>
    Light,

    /// <summary>More than 0.10 and up to 0.30 inches in an hour.</summary>
    Moderate,

    /// <summary>More than 0.30 inches in an hour.</summary>
    Heavy,
}
