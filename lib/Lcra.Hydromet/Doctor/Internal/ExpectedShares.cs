namespace Lcra.Hydromet.Doctor.Internal;

/// <summary>
/// The shares of the rows of a feed that have anything, and a valid value, in each column, as in the recording of October 2, 2026.
/// A test makes them again from the recording.
/// </summary>
internal static class ExpectedShares
{
    /// <summary>Gets the columns that have anything in the recording, of each feed.</summary>
    public static IReadOnlyDictionary<HydrometFeed, (string Key, decimal Filled, decimal Readable)[]> All { get; } = new Dictionary<HydrometFeed, (string, decimal, decimal)[]>
    {
        [HydrometFeed.Rainfall] =
        [
            ("name", 1.00m, 1.00m),
            ("date_time", 1.00m, 1.00m),
            ("1_hour", 1.00m, 1.00m),
            ("3_hour", 1.00m, 1.00m),
            ("6_hour", 1.00m, 1.00m),
            ("24_hour", 1.00m, 1.00m),
            ("since_midnight", 1.00m, 1.00m),
        ],
        [HydrometFeed.FiveDayRainfall] =
        [
            ("name", 1.00m, 1.00m),
            ("basin", 1.00m, 1.00m),
            ("today", 1.00m, 1.00m),
            ("1_day_ago", 1.00m, 1.00m),
            ("2_days_ago", 1.00m, 1.00m),
            ("3_days_ago", 1.00m, 1.00m),
            ("4_days_ago", 1.00m, 1.00m),
            ("5_day_total", 1.00m, 1.00m),
            ("last_24_hours", 1.00m, 1.00m),
        ],
        [HydrometFeed.MonthYearRainfall] =
        [
            ("name", 1.00m, 1.00m),
            ("date_time", 1.00m, 1.00m),
            ("30_day", 1.00m, 1.00m),
            ("this_month", 1.00m, 1.00m),
            ("this_year", 1.00m, 1.00m),
            ("last_year", 0.99m, 0.99m),
        ],
        [HydrometFeed.LakeLevels] =
        [
            ("name", 1.00m, 1.00m),
            ("date_time", 1.00m, 1.00m),
            ("current", 1.00m, 1.00m),
            ("percent_full", 0.33m, 0.33m),
            ("current_storage", 0.33m, 0.33m),
            ("midnight", 1.00m, 1.00m),
        ],
        [HydrometFeed.AllSites] =
        [
            ("siteName", 1.00m, 1.00m),
            ("dateTime", 1.00m, 1.00m),
            ("latitude", 1.00m, 1.00m),
            ("longitude", 1.00m, 1.00m),
            ("rainfallRecent", 0.82m, 0.82m),
            ("rainfall1Hour", 0.82m, 0.82m),
            ("rainfall3Hours", 0.82m, 0.82m),
            ("rainfall6Hours", 0.82m, 0.82m),
            ("rainfall12Hours", 0.82m, 0.82m),
            ("rainfallToday", 0.82m, 0.82m),
            ("rainfall1Day", 0.82m, 0.82m),
            ("rainfall2Days", 0.82m, 0.82m),
            ("rainfall3Days", 0.82m, 0.82m),
            ("rainfall1Week", 0.82m, 0.82m),
            ("rainfall2Weeks", 0.82m, 0.82m),
            ("rainfall30Days", 0.80m, 0.80m),
            ("rainfallMonth", 0.80m, 0.80m),
            ("rainfallPrevMonth", 0.80m, 0.80m),
            ("rainfallYear", 0.79m, 0.79m),
            ("rainfallPrevYear", 0.79m, 0.79m),
            ("stage", 0.42m, 0.42m),
            ("flow", 0.26m, 0.26m),
            ("bankfullStage", 0.06m, 0.06m),
            ("floodStage", 0.06m, 0.06m),
            ("waterTemperature", 0.05m, 0.05m),
            ("head", 0.02m, 0.02m),
            ("tail", 0.01m, 0.01m),
        ],
    };

    /// <summary>Finds the shares of a column; none for a column that is empty in the recording.</summary>
    public static bool TryGet(HydrometFeed feed, string key, out decimal filled, out decimal readable)
    {
        (_, filled, readable) = Array.Find(All.GetValueOrDefault(feed) ?? [], column => string.Equals(column.Key, key, StringComparison.Ordinal));
        return filled > 0;
    }
}
