namespace Lcra.Hydromet;

/// <summary>How close together the records of a history are to be.</summary>
public enum HistoryResolution
{
    /// <summary>Every record that LCRA has: about one in 15 minutes, fewer in the early years.</summary>
    FifteenMinutes,

    /// <summary>
    /// About one record an hour. Where LCRA has no hourly records although it has the others, the others come instead.
    /// Not for daily rain and not for Austin's gauges.
    /// </summary>
    Hourly,
}
