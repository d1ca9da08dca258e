using Lcra.Hydromet;

namespace RainfallSite.Climate;

/// <summary>Which periods are a month or a year.</summary>
internal static class CalendarWindows
{
    /// <summary>Gets whether a period is a month or a year; null when it is neither.</summary>
    public static CalendarPeriod? Of(RainfallPeriod period) =>
        period == RainfallPeriod.ThisMonth || period == RainfallPeriod.LastMonth ? CalendarPeriod.Month
        : period == RainfallPeriod.ThisYear || period == RainfallPeriod.LastYear ? CalendarPeriod.Year
        : null;
}
