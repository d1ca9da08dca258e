namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A total before it is made an object: its amount or reason, its window and the times it depends on.</summary>
internal readonly record struct PeriodAmount(
    RainfallPeriod Period,
    decimal? Inches,
    MissingReason? Missing,
    TimeWindow? Window,
    DateTimeOffset? ObservedAt,
    RainfallSource? Source,
    DateTimeOffset? ReportedAt)
{
    /// <summary>Gets until when a calendar window was measured; null when it was to its end, but for an hour, or when that is unknown.</summary>
    public DateTimeOffset? MeasuredUntil =>
        Inches is not null && Window is { } window && MeasuredTime.EndsEarly(Period, window, ObservedAt) ? ObservedAt : null;
}
