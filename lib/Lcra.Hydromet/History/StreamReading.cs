using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>One reading of a stream, from LCRA's history (<c>flow</c>).</summary>
public readonly record struct StreamReading
{
    /// <summary>Gets when the site was read, in Central time.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Gets the stage: the height of the water above the gauge's zero in feet, which can be negative; null when there is none.</summary>
    public decimal? StageFeet { get; init; }

    /// <summary>Gets the discharge in cubic feet per second, negative where water flows back; null when there is none.</summary>
    public decimal? DischargeCubicFeetPerSecond { get; init; }

    /// <summary>Writes the reading on one line.</summary>
    /// <returns>Time and values with their units.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ObservedAt:yyyy-MM-dd HH:mm zzz}: stage {StageFeet} ft, discharge {DischargeCubicFeetPerSecond} cubic ft/s");
}
