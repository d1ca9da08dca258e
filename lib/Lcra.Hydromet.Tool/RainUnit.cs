namespace Lcra.Hydromet.CommandLine;

/// <summary>The unit of rain in text. Files have inches and millimeters.</summary>
internal enum RainUnit
{
    /// <summary>Inches.</summary>
    Inches,

    /// <summary>Millimeters.</summary>
    Millimeters,
}
