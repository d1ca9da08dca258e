using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <content>The periods that there are.</content>
public sealed partial class RainfallPeriod
{
    private const int NoSlot = -1;

    /// <summary>Gets <c>30_minute</c>: the half hour up to the gauge's reading.</summary>
    public static RainfallPeriod ThirtyMinutes { get; } =
        RollingOfAllSites("30_minute", "the last 30 minutes", TimeSpan.FromMinutes(30), exact: true);

    /// <summary>Gets <c>1_hour</c>: the hour up to the gauge's reading.</summary>
    public static RainfallPeriod OneHour { get; } =
        Rolling("1_hour", "the last hour", 0, hours: 1);

    /// <summary>Gets <c>2_hour</c>: the two hours up to the gauge's reading.</summary>
    public static RainfallPeriod TwoHours { get; } =
        RollingOfAllSites("2_hour", "the last 2 hours", TimeSpan.FromHours(2), exact: true);

    /// <summary>Gets <c>3_hour</c>: the three hours up to the gauge's reading.</summary>
    public static RainfallPeriod ThreeHours { get; } =
        Rolling("3_hour", "the last 3 hours", 1, hours: 3);

    /// <summary>Gets <c>6_hour</c>: the six hours up to the gauge's reading.</summary>
    public static RainfallPeriod SixHours { get; } =
        Rolling("6_hour", "the last 6 hours", 2, hours: 6);

    /// <summary>Gets <c>12_hour</c>: the twelve hours up to the gauge's reading.</summary>
    public static RainfallPeriod TwelveHours { get; } =
        RollingOfAllSites("12_hour", "the last 12 hours", TimeSpan.FromHours(12), exact: true);

    /// <summary>Gets <c>24_hour</c>: the 24 hours up to the gauge's reading. It overlaps today and yesterday.</summary>
    public static RainfallPeriod TwentyFourHours { get; } =
        Rolling("24_hour", "the last 24 hours", 3, hours: 24);

    /// <summary>Gets <c>48_hour</c>: the 48 hours up to the gauge's reading. Where exactly LCRA begins is not known.</summary>
    public static RainfallPeriod FortyEightHours { get; } =
        RollingOfAllSites("48_hour", "the last 48 hours", TimeSpan.FromHours(48), exact: false);

    /// <summary>Gets <c>72_hour</c>: the 72 hours up to the gauge's reading. Where exactly LCRA begins is not known.</summary>
    public static RainfallPeriod SeventyTwoHours { get; } =
        RollingOfAllSites("72_hour", "the last 72 hours", TimeSpan.FromHours(72), exact: false);

    /// <summary>Gets <c>96_hour</c>: the 96 hours up to the gauge's reading. Where exactly LCRA begins is not known.</summary>
    public static RainfallPeriod NinetySixHours { get; } =
        RollingOfAllSites("96_hour", "the last 96 hours", TimeSpan.FromHours(96), exact: false);

    /// <summary>Gets <c>120_hour</c>: the 120 hours up to the gauge's reading. Where exactly LCRA begins is not known.</summary>
    public static RainfallPeriod OneHundredTwentyHours { get; } =
        RollingOfAllSites("120_hour", "the last 120 hours", TimeSpan.FromHours(120), exact: false);

    /// <summary>Gets <c>1_week</c>: the seven days up to the gauge's reading. Where exactly LCRA begins is not known.</summary>
    public static RainfallPeriod OneWeek { get; } =
        RollingOfAllSites("1_week", "the last week", TimeSpan.FromHours(168), exact: false);

    /// <summary>Gets <c>2_weeks</c>: the fourteen days up to the gauge's reading. Where exactly LCRA begins is not known.</summary>
    public static RainfallPeriod TwoWeeks { get; } =
        RollingOfAllSites("2_weeks", "the last 2 weeks", TimeSpan.FromHours(336), exact: false);

    /// <summary>
    /// Gets <c>since_midnight</c>: local midnight to the observation; missing when the observation is of another day, or at midnight itself.
    /// </summary>
    public static RainfallPeriod SinceMidnight { get; } =
        new("since_midnight", "since midnight", RainfallPeriodKind.Calendar, HydrometFeed.Rainfall, 4, RainfallWindows.SinceMidnight)
        {
            IsPartial = true,
            RequiresObservationTime = true,
            MustMatch = CalendarUnit.Day,
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
            LagsInto = CalendarUnit.Month,
        };

    /// <summary>Gets <c>this_month</c>: the first of the month to the gauge's reading. It lags the short periods by up to an hour.</summary>
    public static RainfallPeriod ThisMonth { get; } =
        new("this_month", "this month so far", RainfallPeriodKind.Calendar, HydrometFeed.MonthYearRainfall, 1, RainfallWindows.ThisMonth)
        {
            IsPartial = true,
            IsApproximate = true,
            RequiresObservationTime = true,
            MustMatch = CalendarUnit.Month,
            LagsInto = CalendarUnit.Month,
        };

    /// <summary>Gets <c>last_month</c>: the whole calendar month before the report's.</summary>
    public static RainfallPeriod LastMonth { get; } =
        new("last_month", "last month", RainfallPeriodKind.Calendar, HydrometFeed.AllSites, NoSlot, RainfallWindows.LastMonth)
        {
            MustMatch = CalendarUnit.Month,
            LagsInto = CalendarUnit.Month,
        };

    /// <summary>Gets <c>this_year</c>: 1 January to the gauge's reading. It lags the short periods by up to an hour.</summary>
    public static RainfallPeriod ThisYear { get; } =
        new("this_year", "this year so far", RainfallPeriodKind.Calendar, HydrometFeed.MonthYearRainfall, 2, RainfallWindows.ThisYear)
        {
            IsPartial = true,
            IsApproximate = true,
            RequiresObservationTime = true,
            MustMatch = CalendarUnit.Year,
            LagsInto = CalendarUnit.Year,
        };

    /// <summary>Gets <c>last_year</c>: the whole calendar year before the report's.</summary>
    public static RainfallPeriod LastYear { get; } =
        new("last_year", "last year", RainfallPeriodKind.Calendar, HydrometFeed.MonthYearRainfall, 3, RainfallWindows.LastYear)
        {
            MustMatch = CalendarUnit.Year,
            LagsInto = CalendarUnit.Year,
        };

    /// <summary>Gets every period: the rolling ones from short to long, then those of the calendar.</summary>
    public static IReadOnlyList<RainfallPeriod> All { get; } =
    [
        ThirtyMinutes, OneHour, TwoHours, ThreeHours, SixHours, TwelveHours, TwentyFourHours,
        FortyEightHours, SeventyTwoHours, NinetySixHours, OneHundredTwentyHours, OneWeek, TwoWeeks, ThirtyDays,
        SinceMidnight, Today, OneDayAgo, TwoDaysAgo, ThreeDaysAgo, FourDaysAgo, FiveDayTotal,
        ThisMonth, LastMonth, ThisYear, LastYear,
    ];

    private static RainfallPeriod Rolling(string key, string name, int slot, int hours) =>
        new(key, name, RainfallPeriodKind.Rolling, HydrometFeed.Rainfall, slot, RainfallWindows.UpToReading(TimeSpan.FromHours(hours))) { RequiresObservationTime = true };

    private static RainfallPeriod RollingOfAllSites(string key, string name, TimeSpan length, bool exact) =>
        new(key, name, RainfallPeriodKind.Rolling, HydrometFeed.AllSites, NoSlot, RainfallWindows.UpToReading(length))
        {
            RequiresObservationTime = true,
            IsApproximate = !exact,
        };

    private static RainfallPeriod DayAgo(string key, string name, int days) =>
        new(key, name, RainfallPeriodKind.Calendar, HydrometFeed.FiveDayRainfall, days, RainfallWindows.DayAgo(days));
}
