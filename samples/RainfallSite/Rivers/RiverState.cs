namespace RainfallSite.Rivers;

/// <summary>How high a river stands, the most urgent first.</summary>
internal enum RiverState
{
    /// <summary>At or above flood stage.</summary>
    Flooding,

    /// <summary>At or above bankfull, and not known to be at flood stage.</summary>
    Bankfull,

    /// <summary>Below every threshold that is known.</summary>
    Below,

    /// <summary>There is a stage, but nothing to hold it against.</summary>
    NoThresholds,

    /// <summary>There is no stage.</summary>
    NoStage,
}
