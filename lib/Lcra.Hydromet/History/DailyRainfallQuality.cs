using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>Flags days in a gauge's record for manual review.</summary>
/// <remarks>
/// <para>It flags days and removes none. No amount is flagged for its size alone: real storms in Central Texas exceed 15 inches in a day.</para>
/// <para>A false extreme is isolated. Heavy rain comes in longer events and across midnight, so the day
/// before or after has rain too, as at gauge 2959 around November 15, 2001 (6.90 in) and June 27, 2007 (6.79 in). A counter that is
/// serviced, exchanged or misread produces one large day between dry ones, often at a time when the gauge had faults and days
/// are missing, as at the same gauge on May 15, 1997 (10.68 in). A real cloudburst can be isolated as well, so dry neighbors are not
/// sufficient. A day at the edge of the record, or beside a partial day without rain, is not evaluated.</para>
/// </remarks>
public static class DailyRainfallQuality
{
    /// <summary>Checks the daily record of one gauge.</summary>
    /// <param name="days">
    /// The days, in any order; of several amounts for one day the first is used. Days between the first and the last that are absent
    /// or without an amount are missing. A longer record gives better results.
    /// </param>
    /// <param name="resolutionInches">The gauge's resolution in inches: 0.01 for LCRA's gauges (some had 0.04 until 1998), 0.04 for Austin's.</param>
    /// <returns>The flags, by day. A day can have several.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not above zero.</exception>
    public static IReadOnlyList<RainfallFlag> Check(IReadOnlyList<DailyRainfall> days, decimal resolutionInches)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolutionInches);
        DailyRecord record = new(days);
        return
        [
            .. DailyAnomalies.Negatives(record)
                .Concat(DailyAnomalies.Duplicates(record))
                .Concat(DailyAnomalies.NotMultiples(record, resolutionInches))
                .Concat(DailyAnomalies.AdjacentToGap(record))
                .Concat(RepeatedValues.In(record, resolutionInches))
                .Concat(IsolatedExtremes.In(record))
                .OrderBy(flag => flag.Day)
                .ThenBy(flag => flag.Kind),
        ];
    }
}
