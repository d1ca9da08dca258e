using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>What the page shows of one gauge.</summary>
internal sealed class Answer(RainfallGauge gauge, RainfallPeriod period, DateTimeOffset now)
{
    private static readonly TimeSpan OldReading = TimeSpan.FromHours(1);

    public Site Site { get; } = gauge.Site;

    public RainfallTotal Total { get; } = gauge[period];

    public DateTimeOffset Now { get; } = now;

    public IReadOnlyList<RainfallTotal> Rolling { get; } = Of(gauge, RainfallPeriodKind.Rolling);

    public IReadOnlyList<RainfallTotal> Calendar { get; } = Of(gauge, RainfallPeriodKind.Calendar);

    public bool IsOldReading => Total.ObservedAt is { } read && Now - read > OldReading;

    private static RainfallTotal[] Of(RainfallGauge gauge, RainfallPeriodKind kind) =>
        [.. gauge.Totals.Where(total => total.Period.Kind == kind)];
}
