using Lcra.Hydromet;

namespace RainfallSite.Rivers;

/// <summary>A river gauge's stage against bankfull and flood stage. Unknown values stay unknown.</summary>
internal sealed class RiverGauge(SiteReading reading, StageTrend? trend)
{
    public SiteReading Reading => reading;

    /// <summary>Gets how the stage changed over the last hour; null when that is not known.</summary>
    public StageTrend? Trend => trend;

    public RiverState State { get; } = StateOf(reading);

    /// <summary>Gets how many feet the water is below bankfull, less than zero above it; null when unknown.</summary>
    public decimal? FeetToBankfull { get; } = reading.BankfullStageFeet - reading.StageFeet;

    /// <summary>Gets how many feet the water is below flood stage, less than zero above it; null when unknown.</summary>
    public decimal? FeetToFlood { get; } = reading.FloodStageFeet - reading.StageFeet;

    /// <summary>Gets a value indicating whether flood stage is the nearest threshold above the water; where both are equal, it is.</summary>
    public bool IsFloodNext => FeetToFlood > 0 && !(FeetToBankfull > 0 && FeetToBankfull < FeetToFlood);

    /// <summary>Gets a value indicating whether the water is below flood stage by a foot at most.</summary>
    public bool IsNearFlood => FeetToFlood is > 0 and <= 1;

    private static RiverState StateOf(SiteReading reading) => reading switch
    {
        { StageFeet: null } => RiverState.NoStage,
        _ when reading.StageFeet >= reading.FloodStageFeet => RiverState.Flooding,
        _ when reading.StageFeet >= reading.BankfullStageFeet => RiverState.Bankfull,
        { BankfullStageFeet: null, FloodStageFeet: null } => RiverState.NoThresholds,
        _ => RiverState.Below,
    };
}
