namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>What a number measures, which decides what it can be.</summary>
internal enum Quantity
{
    /// <summary>Rain, which is never below zero.</summary>
    Rain,

    /// <summary>A quantity without a rule of its own.</summary>
    Other,

    /// <summary>The height of water above a gauge's zero, in feet.</summary>
    Stage,

    /// <summary>The flow of water, in cubic feet per second; negative where it flows back.</summary>
    Discharge,

    /// <summary>A height above mean sea level, in feet.</summary>
    Elevation,

    /// <summary>A temperature, in degrees of either scale.</summary>
    Temperature,
}
