using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet;

/// <summary>An amount of rain to watch for. It is crossed once, and again only after it was cleared.</summary>
/// <remarks>It is an observation and not a warning service. A missing total neither crosses nor clears it.</remarks>
public sealed record RainfallThreshold
{
    /// <summary>Initializes a new instance that clears as soon as the total is below the amount again.</summary>
    /// <param name="site">The gauge. A gauge that is in no report never crosses.</param>
    /// <param name="period">The period.</param>
    /// <param name="overInches">Crossed by a total of more inches than this.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below zero.</exception>
    public RainfallThreshold(SiteId site, RainfallPeriod period, decimal overInches)
        : this(site, period, overInches, overInches)
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="site">The gauge. A gauge that is in no report never crosses.</param>
    /// <param name="period">The period.</param>
    /// <param name="overInches">Crossed by a total of more inches than this.</param>
    /// <param name="clearsBelowInches">Cleared by a total of fewer inches than this.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is below zero, or the clearing amount is above the crossing amount.</exception>
    [JsonConstructor]
    public RainfallThreshold(SiteId site, RainfallPeriod period, decimal overInches, decimal clearsBelowInches)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentOutOfRangeException.ThrowIfNegative(overInches);
        ArgumentOutOfRangeException.ThrowIfNegative(clearsBelowInches);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clearsBelowInches, overInches);
        Site = site;
        Period = period;
        OverInches = overInches;
        ClearsBelowInches = clearsBelowInches;
    }

    /// <summary>Gets the gauge.</summary>
    public SiteId Site { get; }

    /// <summary>Gets the period.</summary>
    public RainfallPeriod Period { get; }

    /// <summary>Gets the inches that a total must exceed to cross.</summary>
    public decimal OverInches { get; }

    /// <summary>Gets the inches that a total must fall below to clear.</summary>
    public decimal ClearsBelowInches { get; }

    /// <summary>Reads a threshold such as <c>3018:24_hour:2.00</c>, or <c>3018:24_hour:2.00:1.50</c> with the amount that clears it.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="threshold">The threshold; null when the text is not valid.</param>
    /// <returns>Whether the text is a threshold. It does not mean that such a gauge exists.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RainfallThreshold? threshold)
    {
        threshold = text is not null && ThresholdText.Split(text) is { } parts && parts.ClearsBelowInches <= parts.OverInches
            && SiteId.TryParse(parts.Site, out SiteId site) && RainfallPeriod.TryParse(parts.Period, out RainfallPeriod? period)
            ? new RainfallThreshold(site, period, parts.OverInches, parts.ClearsBelowInches)
            : null;
        return threshold is not null;
    }

    /// <summary>Writes the threshold on one line.</summary>
    /// <returns>Gauge, period and inches.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site} over {OverInches} in, clears below {ClearsBelowInches} in, {Period.Name}");
}
