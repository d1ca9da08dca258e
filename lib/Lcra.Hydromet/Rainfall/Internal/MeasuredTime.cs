namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Which part of a calendar window a gauge measured, by its last observation.</summary>
internal static class MeasuredTime
{
    private static readonly TimeSpan MaxGap = TimeSpan.FromHours(1);

    /// <summary>Tells whether nothing of the window was measured: it begins at or after the last observation.</summary>
    public static bool IsNone(RainfallPeriod period, TimeWindow? window, DateTimeOffset? observed) =>
        period.Kind == RainfallPeriodKind.Calendar && window?.Start >= observed;

    /// <summary>Tells whether the last observation is inside the window and more than an hour before its end.</summary>
    public static bool EndsEarly(RainfallPeriod period, TimeWindow window, DateTimeOffset? observed) =>
        period.Kind == RainfallPeriodKind.Calendar && observed > window.Start && window.End - observed > MaxGap;

    /// <summary>Gets the reason why a value does not count, given the reason that its cell has; null when it counts.</summary>
    public static MissingReason? Judge(RainfallPeriod period, TimeWindow? window, DateTimeOffset? observed, MissingReason? ofCell) =>
        ofCell is null or MissingReason.Blank or MissingReason.Unreadable && IsNone(period, window, observed) ? MissingReason.Stale : ofCell;
}
