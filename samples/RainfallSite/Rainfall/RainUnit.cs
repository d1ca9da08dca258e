namespace RainfallSite.Rainfall;

/// <summary>What amounts of rain are shown in first.</summary>
internal enum RainUnit
{
    /// <summary>Inches, as LCRA prints them.</summary>
    Inches,

    /// <summary>Millimetres, no finer than the gauge measures.</summary>
    Millimeters,
}
