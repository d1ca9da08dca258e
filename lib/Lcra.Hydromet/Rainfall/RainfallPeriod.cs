using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// A span of time that the feeds give a rainfall total for. The catalogue is closed: <see cref="All"/> lists every period.
/// </summary>
/// <remarks>Windows are laid in Central time (America/Chicago), so a local day has 23 or 25 hours when the clocks change.</remarks>
public sealed class RainfallPeriod
{
    private readonly Func<WindowAnchors, TimeWindow?> _window;

    private RainfallPeriod(
        string key, string name, RainfallPeriodKind kind, HydrometFeed feed, int slot, Func<WindowAnchors, TimeWindow?> window)
    {
        Key = key;
        Name = name;
        Kind = kind;
        Feed = feed;
        Slot = slot;
        _window = window;
    }

    /// <summary>Gets <c>1_hour</c>: the hour up to the gauge's reading.</summary>
    public static RainfallPeriod OneHour { get; } =
        Rolling("1_hour", "the last hour", 0, hours: 1);

    /// <summary>Gets <c>3_hour</c>: the three hours up to the gauge's reading.</summary>
    public static RainfallPeriod ThreeHours { get; } =
        Rolling("3_hour", "the last 3 hours", 1, hours: 3);

    /// <summary>Gets <c>6_hour</c>: the six hours up to the gauge's reading.</summary>
    public static RainfallPeriod SixHours { get; } =
        Rolling("6_hour", "the last 6 hours", 2, hours: 6);

    /// <summary>Gets <c>24_hour</c>: the 24 hours up to the gauge's reading. It overlaps today and yesterday.</summary>
    public static RainfallPeriod TwentyFourHours { get; } =
        Rolling("24_hour", "the last 24 hours", 3, hours: 24);

    /// <summary>Gets <c>since_midnight</c>: local midnight to the gauge's reading; missing when the reading is from another day.</summary>
    public static RainfallPeriod SinceMidnight { get; } =
        new("since_midnight", "since midnight", RainfallPeriodKind.Calendar, HydrometFeed.Rainfall, 4, RainfallWindows.SinceMidnight)
        {
            IsPartial = true,
            HangsOnReading = true,
        };

    /// <summary>Gets <c>today</c>: local midnight to the report.</summary>
    public static RainfallPeriod Today { get; } =
        new("today", "today so far", RainfallPeriodKind.Calendar, HydrometFeed.FiveDayRainfall, 0, RainfallWindows.Today)
        {
            IsPartial = true,
        };

    /// <summary>Gets <c>1_day_ago</c>: the whole local day before the report's.</summary>
    public static RainfallPeriod OneDayAgo { get; } = DayAgo("1_day_ago", "1 day ago", 1);

    /// <summary>Gets <c>2_days_ago</c>: the whole local day two days before the report's.</summary>
    public static RainfallPeriod TwoDaysAgo { get; } = DayAgo("2_days_ago", "2 days ago", 2);

    /// <summary>Gets <c>3_days_ago</c>: the whole local day three days before the report's.</summary>
    public static RainfallPeriod ThreeDaysAgo { get; } = DayAgo("3_days_ago", "3 days ago", 3);

    /// <summary>Gets <c>4_days_ago</c>: the whole local day four days before the report's.</summary>
    public static RainfallPeriod FourDaysAgo { get; } = DayAgo("4_days_ago", "4 days ago", 4);

    /// <summary>
    /// Gets <c>5_day_total</c>: midnight of the day that the header names to the report, so between 96 and 120 hours.
    /// </summary>
    public static RainfallPeriod FiveDayTotal { get; } =
        new("5_day_total", "today and the 4 days before", RainfallPeriodKind.Calendar, HydrometFeed.FiveDayRainfall, 5, RainfallWindows.FiveDays)
        {
            IsPartial = true,
        };

    /// <summary>Gets <c>30_day</c>: thirty days back from the report. Where exactly LCRA begins and ends is not known.</summary>
    public static RainfallPeriod ThirtyDays { get; } =
        new("30_day", "the last 30 days", RainfallPeriodKind.Rolling, HydrometFeed.MonthYearRainfall, 0, RainfallWindows.ThirtyDays)
        {
            IsApproximate = true,
        };

    /// <summary>Gets <c>this_month</c>: the first of the month to the gauge's reading. It lags the short periods by up to an hour.</summary>
    public static RainfallPeriod ThisMonth { get; } =
        new("this_month", "this month so far", RainfallPeriodKind.Calendar, HydrometFeed.MonthYearRainfall, 1, RainfallWindows.ThisMonth)
        {
            IsPartial = true,
            IsApproximate = true,
            HangsOnReading = true,
        };

    /// <summary>Gets <c>this_year</c>: 1 January to the gauge's reading. It lags the short periods by up to an hour.</summary>
    public static RainfallPeriod ThisYear { get; } =
        new("this_year", "this year so far", RainfallPeriodKind.Calendar, HydrometFeed.MonthYearRainfall, 2, RainfallWindows.ThisYear)
        {
            IsPartial = true,
            IsApproximate = true,
            HangsOnReading = true,
        };

    /// <summary>Gets <c>last_year</c>: the whole calendar year before the report's.</summary>
    public static RainfallPeriod LastYear { get; } =
        new("last_year", "last year", RainfallPeriodKind.Calendar, HydrometFeed.MonthYearRainfall, 3, RainfallWindows.LastYear);

    /// <summary>Gets every period, rolling and calendar, in the order of the feeds.</summary>
    public static IReadOnlyList<RainfallPeriod> All { get; } =
    [
        OneHour, ThreeHours, SixHours, TwentyFourHours, SinceMidnight,
        Today, OneDayAgo, TwoDaysAgo, ThreeDaysAgo, FourDaysAgo, FiveDayTotal,
        ThirtyDays, ThisMonth, ThisYear, LastYear,
    ];

    /// <summary>Gets the period's key, such as <c>24_hour</c>: lower case, stable, fit for an address.</summary>
    public string Key { get; }

    /// <summary>Gets the period in English words, such as <c>the last 24 hours</c>.</summary>
    public string Name { get; }

    /// <summary>Gets whether the window rolls or follows the calendar.</summary>
    public RainfallPeriodKind Kind { get; }

    /// <summary>Gets the only feed that an LCRA gauge's total for this period comes from.</summary>
    public HydrometFeed Feed { get; }

    /// <summary>Gets a value indicating whether the window is a calendar span that is still running.</summary>
    public bool IsPartial { get; private init; }

    /// <summary>Gets a value indicating whether the edges of the window are LCRA's and not exact.</summary>
    public bool IsApproximate { get; private init; }

    // The value's place among the amounts that its feed is read for.
    internal int Slot { get; }

    internal bool HangsOnReading { get; private init; }

    /// <summary>Finds a period by its key.</summary>
    /// <param name="key">A key such as <c>24_hour</c>, in any case; or null.</param>
    /// <param name="period">The period, or null when the key is unknown.</param>
    /// <returns>Whether there is such a period.</returns>
    public static bool TryParse(string? key, [NotNullWhen(true)] out RainfallPeriod? period)
    {
        period = null;
        foreach (RainfallPeriod candidate in All)
        {
            if (string.Equals(candidate.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                period = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the period's key.</summary>
    /// <returns><see cref="Key"/>.</returns>
    public override string ToString() => Key;

    internal TimeWindow? WindowFor(in WindowAnchors anchors) => _window(anchors);

    private static RainfallPeriod Rolling(string key, string name, int slot, int hours) =>
        new(key, name, RainfallPeriodKind.Rolling, HydrometFeed.Rainfall, slot, RainfallWindows.Hours(hours)) { HangsOnReading = true };

    private static RainfallPeriod DayAgo(string key, string name, int days) =>
        new(key, name, RainfallPeriodKind.Calendar, HydrometFeed.FiveDayRainfall, days, RainfallWindows.DayAgo(days));
}
