namespace RainfallSite.Rivers;

/// <summary>A river's stage against its thresholds.</summary>
internal enum RiverState
{
    /// <summary>At or above flood stage.</summary>
    Flooding,

    /// <summary>At or above bankfull, and not known to be at flood stage.</summary>
    Bankfull,

    /// <summary>Below every threshold that is known.</summary>
    Below,

    /// <summary>There is a stage but no threshold.</summary>
    NoThresholds,

    /// <summary>There is no stage.</summary>
    NoStage,
}
