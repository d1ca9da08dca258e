using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>One record of a site's history, from LCRA's HistoricData or, for Austin's gauges, CoaHistoricalData.</summary>
/// <remarks>
/// What the values mean and their units depend on the <see cref="HistoryParameter"/> that was asked for. A value is null when LCRA
/// has none: absent, empty, not a number, one of the marks -998 and -888, or negative where only rain can be. A stage below -500 ft, an elevation below
/// 0 ft, a temperature below -100 or above 212 degrees and a discharge of exactly -999, -9999, -99999 or -999999 are no readings either; other
/// negative stages and discharges are. Zero means that LCRA printed a zero.
/// </remarks>
public readonly record struct HistoryRecord
{
    /// <summary>
    /// Gets when the site was read, in Central time. For <see cref="HistoryParameter.RainDaily"/> it is the start of the local day
    /// that the record totals.
    /// </summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Gets the first value, with the decimals that LCRA printed; null when there is none.</summary>
    public decimal? Value1 { get; init; }

    /// <summary>
    /// Gets the first value of another record of the same time when it differs from <see cref="Value1"/>; null when there is none. Of two
    /// records of one time, the one with a value counts, then the later one.
    /// </summary>
    public decimal? OtherValue1 { get; init; }

    /// <summary>Gets the second value, with the decimals that LCRA printed; null when there is none.</summary>
    public decimal? Value2 { get; init; }

    /// <summary>Gets the third value, with the decimals that LCRA printed; null when there is none.</summary>
    public decimal? Value3 { get; init; }

    /// <summary>Writes the record on one line. The units depend on the parameter.</summary>
    /// <returns>Time and values.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ObservedAt:yyyy-MM-dd HH:mm zzz}: value1 {Value1}, value2 {Value2}, value3 {Value3}");
}
