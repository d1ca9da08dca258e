namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>
/// LCRA refreshes month-class values up to an hour late, so in the first hours of a month or year they may still be those of the
/// month or year before.
/// </summary>
internal static class MonthClassLag
{
    private const decimal FinestResolutionInches = 0.01m;
    private static readonly TimeSpan MaxLag = TimeSpan.FromHours(2);

    /// <summary>Tells whether an observation is so early in its month or year that a value of the period may be the one of before.</summary>
    public static bool IsPossible(RainfallPeriod period, DateTimeOffset observed)
    {
        if (period.LagsInto is not { } unit)
        {
            return false;
        }

        DateOnly day = CentralTime.DayOf(observed);
        return observed - CentralTime.StartOfDay(new DateOnly(day.Year, unit == CalendarUnit.Year ? 1 : day.Month, 1)) < MaxLag;
    }

    /// <summary>Tells whether the new month's or year's amount proves that LCRA has refreshed it: it is not more than fell since midnight.</summary>
    public static bool IsRefreshed(Site site, decimal? amount, decimal? sinceMidnight) =>
        amount - sinceMidnight <= (site.ResolutionInches ?? FinestResolutionInches);

    /// <summary>Gets the period whose amount proves the refresh.</summary>
    public static RainfallPeriod Proof(RainfallPeriod period) =>
        period.LagsInto == CalendarUnit.Year ? RainfallPeriod.ThisYear : RainfallPeriod.ThisMonth;
}
