using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>The age of a report of a <see cref="HydrometCache"/> and its next refresh. Times are in Central time.</summary>
public sealed record HydrometCacheStatus
{
    /// <summary>Gets when the oldest feed of the report was downloaded; null when there is no report.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>
    /// Gets the cycle of the download: when LCRA's files were last due before it, at minute 1, 16, 31 or 46; null when there is no report.
    /// </summary>
    public DateTimeOffset? Cycle { get; init; }

    /// <summary>Gets when the last refresh ended, successful or not; null before the first one.</summary>
    public DateTimeOffset? RefreshedAt { get; init; }

    /// <summary>Gets when the report is due to be refreshed; null before the first refresh.</summary>
    public DateTimeOffset? NextRefreshAt { get; init; }

    /// <summary>Gets the first failure of the last refresh; null when it succeeded.</summary>
    public HydrometException? Failure { get; init; }

    /// <summary>Gets the age of the report.</summary>
    /// <param name="now">The time to compare with.</param>
    /// <returns>The time since <see cref="FetchedAt"/>; null when there is no report.</returns>
    public TimeSpan? AgeAt(DateTimeOffset now) => now - FetchedAt;

    /// <summary>Writes the age and the next refresh on one line.</summary>
    /// <returns>Fetch time, next refresh, and the failure of the last one.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"downloaded {FetchedAt:yyyy-MM-dd HH:mm zzz}, next refresh {NextRefreshAt:yyyy-MM-dd HH:mm zzz}{(Failure is null ? "" : ", last refresh failed: ")}{Failure?.Kind}");
}
