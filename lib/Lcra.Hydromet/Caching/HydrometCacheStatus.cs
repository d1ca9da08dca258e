namespace Lcra.Hydromet;

/// <summary>How old a report of a <see cref="HydrometCache"/> is and when it is refreshed. Times are in Central time.</summary>
public sealed record HydrometCacheStatus
{
    /// <summary>Gets when the oldest feed of the report was downloaded; null when there is no report.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>
    /// Gets the cycle that the download belongs to: when LCRA's files were last due before it, at minute 1, 16, 31 or 46; null when there is no report.
    /// </summary>
    public DateTimeOffset? Cycle { get; init; }

    /// <summary>Gets when the last refresh ended, well or not; null before the first one.</summary>
    public DateTimeOffset? RefreshedAt { get; init; }

    /// <summary>Gets when the report is due to be refreshed; null before the first refresh.</summary>
    public DateTimeOffset? NextRefreshAt { get; init; }

    /// <summary>Gets what failed in the last refresh, the first of several; null when nothing did.</summary>
    public HydrometException? Failure { get; init; }

    /// <summary>Tells how old the report is.</summary>
    /// <param name="now">The time to judge by.</param>
    /// <returns>The time since <see cref="FetchedAt"/>; null when there is no report.</returns>
    public TimeSpan? AgeAt(DateTimeOffset now) => now - FetchedAt;
}
