namespace Lcra.Hydromet;

/// <summary>The thresholds of <see cref="RainfallClimate"/>.</summary>
public sealed class RainfallClimateOptions
{
    /// <summary>
    /// Gets how many percent of the days of a month, season or year may be missing for it to count; 5 by default, which is 1 day of a month,
    /// 4 days of a season and 18 days of a year. Its amount then lacks their rain. Driest periods are of complete ones alone.
    /// </summary>
    public int MaxMissingPercent { get; init => field = InRange(value, 0, 50, nameof(MaxMissingPercent)); } = 5;

    /// <summary>Gets the minimum number of years for a rank or a record, 5 by default; for days it is that many times 365 days with an amount.</summary>
    public int MinYears { get; init => field = InRange(value, 1, 100, nameof(MinYears)); } = 5;

    /// <summary>Gets the minimum number of years for a normal, 10 by default.</summary>
    public int MinNormalYears { get; init => field = InRange(value, 1, 100, nameof(MinNormalYears)); } = 10;

    /// <summary>Gets the number of years that a normal spans, 30 by default. Years before the record and years with too many missing days are not in it.</summary>
    public int NormalYears { get; init => field = InRange(value, 1, 100, nameof(NormalYears)); } = 30;

    /// <summary>Gets the last year of a normal, such as 2020 for 1991 to 2020; null for the year before the compared one.</summary>
    public int? NormalLastYear { get; init; }

    /// <summary>Gets how many percent of the gauges of a mean must have an amount for a day to have one; 50 by default.</summary>
    public int MinGaugePercent { get; init => field = InRange(value, 1, 100, nameof(MinGaugePercent)); } = 50;

    private static int InRange(int value, int min, int max, string name) =>
        value >= min && value <= max ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be from {min} to {max}."));
}
