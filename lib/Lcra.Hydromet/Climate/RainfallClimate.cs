using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.Collections.Internal;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// Answers "is that unusual?" from the daily rain of a gauge, or of the mean of several: ranks, records, normals and dry spells over all
/// years of record. It never changes, so threads can share it.
/// </summary>
/// <remarks>
/// <para>A missing day is never a dry day. Consecutive days with a missing one are not ranked; months, seasons and years count when no more
/// days are missing than <see cref="RainfallClimateOptions.MaxMissingPercent"/>, and the ones left out are named.</para>
/// <para>Suspect days are missing and listed in <see cref="SuspectDays"/>. The day that is not over counts with its amount so far where
/// it is asked for, and is no rival of other days.</para>
/// </remarks>
/// <example>
/// <code>
/// var days = await client.GetDailyRainfallAsync(SiteId.Parse("3018"), first, last).ToListAsync();
/// RainfallClimate climate = RainfallClimate.Of(days);
/// Console.WriteLine(climate.RankOfDays(new DateOnly(2026, 10, 1)));
/// </code>
/// </example>
public sealed partial class RainfallClimate
{
    /// <summary>The maximum number of consecutive days that are ranked.</summary>
    public const int MaxDays = 30;

    private const int DaysOfYear = 365;

    private readonly ClimateDays _days;
    private readonly RainfallClimateOptions _options;
    private readonly IReadOnlyDictionary<DateOnly, int>? _gaugeCounts;

    private RainfallClimate(
        DailyRecord record, IReadOnlyList<SuspectDay> suspects, IEnumerable<DateOnly> leftOut, RainfallClimateOptions options, IReadOnlyDictionary<DateOnly, int>? gaugeCounts = null)
    {
        _days = new ClimateDays(record, leftOut);
        _options = options;
        _gaugeCounts = gaugeCounts;
        SuspectDays = ValueList<SuspectDay>.Of(suspects);
    }

    /// <summary>Gets the first day with an amount; null for a record without one.</summary>
    public DateOnly? FirstDay => _days.First;

    /// <summary>Gets the last whole day with an amount; null for a record without one.</summary>
    public DateOnly? LastDay => _days.Last;

    /// <summary>Gets the number of whole days with an amount that is not suspect.</summary>
    public int DayCount => _days.Count;

    /// <summary>Gets the number of days between the first and the last without such an amount.</summary>
    public int MissingDays => _days.Length - _days.Count;

    /// <summary>Gets the days that are left out because they are suspect, oldest first.</summary>
    public IReadOnlyList<SuspectDay> SuspectDays { get; }

    /// <summary>Gets, for a mean of gauges, the number of gauges; null for one gauge.</summary>
    public int? GaugeCount { get; private init; }

    /// <summary>Reads the daily rain of one gauge. Without neighbors <see cref="DailyRainfallQuality"/> alone decides which days are suspect.</summary>
    /// <param name="days">The days, in any order; of several amounts for one day the first is used.</param>
    /// <param name="options">The thresholds; null for the defaults.</param>
    /// <returns>The climate of the gauge.</returns>
    /// <exception cref="ArgumentException">A day is before 1800 or after 2999.</exception>
    public static RainfallClimate Of(IEnumerable<DailyRainfall> days, RainfallClimateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(days);
        DailyRecord record = new(days);
        IReadOnlyList<SuspectDay> suspects = RainfallNeighborQuality.CheckAlone(record);
        return new RainfallClimate(record, suspects, suspects.Select(suspect => suspect.Day), options ?? new RainfallClimateOptions());
    }

    /// <summary>Reads the daily rain of one gauge and compares its extreme days with those of its neighbors.</summary>
    /// <param name="gauge">The gauge.</param>
    /// <param name="neighbors">Other gauges; <see cref="RainfallNeighborQuality"/> says which are compared.</param>
    /// <param name="options">The thresholds; null for the defaults.</param>
    /// <returns>The climate of the gauge.</returns>
    /// <exception cref="ArgumentException">A day is before 1800 or after 2999.</exception>
    public static RainfallClimate Of(GaugeDailyRainfall gauge, IEnumerable<GaugeDailyRainfall> neighbors, RainfallClimateOptions? options = null)
    {
        IReadOnlyList<SuspectDay> suspects = RainfallNeighborQuality.Check(gauge, neighbors);
        return new RainfallClimate(new DailyRecord(gauge.Days), suspects, suspects.Select(suspect => suspect.Day), options ?? new RainfallClimateOptions()) { Site = gauge.Site.Id };
    }

    /// <summary>Reads the daily rain of several gauges, such as those of a basin, and takes the mean of those with an amount for each day.</summary>
    /// <param name="gauges">
    /// The gauges. Each is compared with the others, and its suspect days are left out. A day has a mean when enough gauges have an amount
    /// (<see cref="RainfallClimateOptions.MinGaugePercent"/>).
    /// </param>
    /// <param name="options">The thresholds; null for the defaults.</param>
    /// <returns>The climate of the mean.</returns>
    /// <exception cref="ArgumentException">There is no gauge, two have the same site, or a day is before 1800 or after 2999.</exception>
    public static RainfallClimate OfMean(IEnumerable<GaugeDailyRainfall> gauges, RainfallClimateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(gauges);
        options ??= new RainfallClimateOptions();
        GaugeMean mean = new([.. gauges], options.MinGaugePercent);
        return new RainfallClimate(new DailyRecord(mean.Days), mean.SuspectDays, [], options, mean.GaugeCounts) { GaugeCount = mean.GaugeCount };
    }

    private int? MinGauges(DateOnly first, DateOnly last)
    {
        int? min = null;
        for (int number = first.DayNumber; _gaugeCounts is not null && number <= last.DayNumber; number++)
        {
            if (_gaugeCounts.TryGetValue(DateOnly.FromDayNumber(number), out int gauges))
            {
                min = Math.Min(min ?? gauges, gauges);
            }
        }

        return min;
    }
}
