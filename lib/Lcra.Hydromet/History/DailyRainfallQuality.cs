using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>Looks for days in a gauge's record that a person should look at.</summary>
/// <remarks>
/// <para>It flags and never removes, and no amount is odd for its size alone: real storms in Central Texas pass 15 inches in a day.</para>
/// <para>What marks a false extreme is that it stands alone. Great rains come in spells of weather and across midnights, so the day
/// before or after has rain too, as at gauge 2959 around 15 November 2001 (6.90 in) and 27 June 2007 (6.79 in). A counter that is
/// touched, exchanged or read wrongly makes one big day between dry ones, often in a time when the gauge was in trouble and days
/// are missing, as at the same gauge on 15 May 1997 (10.68 in). A real cloudburst can stand alone as well, so dry neighbours are not
/// enough. A day at the edge of the record, or beside a running day that is still dry, is not judged.</para>
/// </remarks>
public static class DailyRainfallQuality
{
    /// <summary>Checks the daily record of one gauge.</summary>
    /// <param name="days">
    /// The days, in any order; of several amounts for one day the first counts. Days between the first and the last that are absent
    /// or without an amount are missing. The longer the record, the better the judgement.
    /// </param>
    /// <param name="tipInches">The rain in inches that tips the gauge once: 0.01 for LCRA's gauges (some had 0.04 until 1998), 0.04 for Austin's.</param>
    /// <returns>The flags, by day. A day can have several.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tip is not above zero.</exception>
    public static IReadOnlyList<RainfallFlag> Check(IReadOnlyList<DailyRainfall> days, decimal tipInches)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tipInches);
        DailyRecord record = new(days);
        return
        [
            .. DailyAnomalies.Negatives(record)
                .Concat(DailyAnomalies.NotMultiples(record, tipInches))
                .Concat(DailyAnomalies.AdjacentToGap(record))
                .Concat(RepeatedValues.In(record, tipInches))
                .Concat(IsolatedExtremes.In(record))
                .OrderBy(flag => flag.Day)
                .ThenBy(flag => flag.Kind),
        ];
    }
}
