using System.Globalization;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>Rain over several gauges: mean, median and maximum, the number of gauges, and the gauges without an amount.</summary>
/// <remarks>
/// Every gauge has the same weight. A gauge without an amount counts as missing and never as dry; so does a silent
/// gauge for a period that ends at its reading, because its window is not the window of the others.
/// </remarks>
public sealed record AreaRainfall
{
    private const int MeanDecimals = 4;

    [JsonConstructor]
    internal AreaRainfall()
    {
    }

    /// <summary>Gets the period.</summary>
    public required RainfallPeriod Period { get; init; }

    /// <summary>Gets the totals that count, largest first.</summary>
    public required IReadOnlyList<RainfallTotal> Reporting { get; init => field = ValueList<RainfallTotal>.Of(value); }

    /// <summary>Gets the gauges that do not count, each with its reason.</summary>
    public required IReadOnlyList<MissingGauge> Missing { get; init => field = ValueList<MissingGauge>.Of(value); }

    /// <summary>Gets the mean in inches, rounded to 1/10000 inch; null when no gauge counts.</summary>
    public decimal? MeanInches { get; init; }

    /// <summary>Gets the median in inches: the middle amount, or the mean of the two in the middle; null when no gauge counts.</summary>
    public decimal? MedianInches { get; init; }

    /// <summary>Gets the largest total; null when no gauge counts.</summary>
    public RainfallTotal? Maximum => Reporting.Count > 0 ? Reporting[0] : null;

    /// <summary>Gets the number of gauges in the area, reporting or not.</summary>
    public int GaugeCount => Reporting.Count + Missing.Count;

    /// <summary>Gets the oldest observation time among the totals that count, in Central time; null when none is known.</summary>
    public DateTimeOffset? OldestReading => Reporting.Min(total => total.ObservedAt);

    /// <summary>Summarizes the rain over an area.</summary>
    /// <param name="gauges">
    /// The gauges: your own set, <see cref="RainfallReportAreaExtensions.InBasin"/> or <see cref="RainfallReportAreaExtensions.WithinRadius"/>.
    /// </param>
    /// <param name="period">The period.</param>
    /// <returns>The rain over the area.</returns>
    public static AreaRainfall Of(IEnumerable<RainfallGauge> gauges, RainfallPeriod period)
    {
        ArgumentNullException.ThrowIfNull(gauges);
        ArgumentNullException.ThrowIfNull(period);
        List<RainfallTotal> reporting = [];
        List<MissingGauge> missing = [];
        foreach (RainfallGauge gauge in gauges)
        {
            RainfallTotal total = gauge[period];
            bool silent = (period.Kind == RainfallPeriodKind.Rolling || period.IsPartial) && !gauge.IsReporting;
            if (total.Missing is { } reason)
            {
                missing.Add(new MissingGauge(gauge.Site, reason));
            }
            else if (silent)
            {
                missing.Add(new MissingGauge(gauge.Site, MissingReason.Stale));
            }
            else
            {
                reporting.Add(total);
            }
        }

        reporting.Sort((left, right) => right.Inches!.Value.CompareTo(left.Inches!.Value));
        return new AreaRainfall
        {
            Period = period,
            Reporting = reporting,
            Missing = missing,
            MeanInches = reporting.Count == 0 ? null : decimal.Round(reporting.Sum(total => total.Inches!.Value) / reporting.Count, MeanDecimals, MidpointRounding.AwayFromZero),
            MedianInches = Median(reporting),
        };
    }

    /// <summary>Formats the number of gauges that count, such as <c>7 of 9 reporting</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Reporting.Count} of {GaugeCount} reporting");

    private static decimal? Median(List<RainfallTotal> sorted) =>
        sorted.Count == 0 ? null
        : (sorted[(sorted.Count - 1) / 2].Inches!.Value + sorted[sorted.Count / 2].Inches!.Value) / 2;
}
