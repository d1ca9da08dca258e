using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>What reports said about a gauge's total, from one report until the next row.</summary>
public sealed record ArchivedReportTotal
{
    /// <summary>Gets the gauge.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets the period.</summary>
    public required RainfallPeriod Period { get; init; }

    /// <summary>Gets the time of the first report that said so, in Central time.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Gets when the gauge was read, in Central time; null when that is not known.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Gets the amount in inches; null when there was none, and then <see cref="Missing"/> says why.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets why the amount was missing; null when it was not.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>Writes the total on one line.</summary>
    /// <returns>Gauge, period, amount or reason, and report.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Site} {Period}: {(Inches is null ? $"no amount ({Missing})" : FormattableString.Invariant($"{Inches} in"))}, reported {ReportedAt:yyyy-MM-dd HH:mm zzz}");
}
