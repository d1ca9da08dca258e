namespace Lcra.Hydromet;

/// <summary>Options of the health check of <c>AddHydrometHealthCheck</c>.</summary>
public sealed class HydrometHealthCheckOptions
{
    /// <summary>Gets or sets the age of a feed's report above which the check is degraded. The default is 45 minutes, three of LCRA's cycles.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The age is not positive.</exception>
    public TimeSpan MaxReportAge
    {
        get;
        set => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxReportAge must be positive.");
    } = FeedStatus.StaleAfter;
}
