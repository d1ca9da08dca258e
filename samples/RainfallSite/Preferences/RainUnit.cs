namespace RainfallSite.Preferences;

/// <summary>The unit that amounts of rain are shown in first.</summary>
internal enum RainUnit
{
    /// <summary>Inches, as LCRA prints them.</summary>
    Inches,

    /// <summary>Millimeters, no finer than the gauge measures.</summary>
    Millimeters,
}
