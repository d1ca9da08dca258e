namespace Lcra.Hydromet.Replay;

/// <summary>What LCRA's feeds call the periods.</summary>
internal static class FeedNames
{
    private static readonly (RainfallPeriod Period, string? Column, string? Member)[] All =
    [
        (RainfallPeriod.ThirtyMinutes, null, "rainfall30Minute"),
        (RainfallPeriod.OneHour, "1 Hour", "rainfall1Hour"),
        (RainfallPeriod.TwoHours, null, "rainfall2Hours"),
        (RainfallPeriod.ThreeHours, "3 Hour", "rainfall3Hours"),
        (RainfallPeriod.SixHours, "6 Hour", "rainfall6Hours"),
        (RainfallPeriod.TwelveHours, null, "rainfall12Hours"),
        (RainfallPeriod.TwentyFourHours, "24 Hour", "rainfall1Day"),
        (RainfallPeriod.FortyEightHours, null, "rainfall2Days"),
        (RainfallPeriod.SeventyTwoHours, null, "rainfall3Days"),
        (RainfallPeriod.NinetySixHours, null, "rainfall4Days"),
        (RainfallPeriod.OneHundredTwentyHours, null, "rainfall5Days"),
        (RainfallPeriod.OneWeek, null, "rainfall1Week"),
        (RainfallPeriod.TwoWeeks, null, "rainfall2Weeks"),
        (RainfallPeriod.ThirtyDays, "30 Days", "rainfall30Days"),
        (RainfallPeriod.SinceMidnight, "Since Midnight", "rainfallToday"),
        (RainfallPeriod.Today, "Today", null),
        (RainfallPeriod.ThisMonth, "Month", "rainfallMonth"),
        (RainfallPeriod.LastMonth, null, "rainfallPrevMonth"),
        (RainfallPeriod.ThisYear, "Year", "rainfallYear"),
        (RainfallPeriod.LastYear, "Previous Year", "rainfallPrevYear"),
    ];

    /// <summary>Gets the column of a CSV feed; null when it has none of a fixed name.</summary>
    public static string? Column(RainfallPeriod period) => All.FirstOrDefault(known => known.Period == period).Column;

    /// <summary>Gets the member of the all-sites response; null when it has none.</summary>
    public static string? Member(RainfallPeriod period) => All.FirstOrDefault(known => known.Period == period).Member;
}
