using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>
/// One reading of a gauge's accumulated rainfall, from LCRA's history (<c>rain</c>): the amount since the last reset, not the rain of an interval.
/// </summary>
/// <param name="At">When the gauge was read.</param>
/// <param name="Inches">The accumulated rainfall in inches since the last reset. Rain is the difference of two readings.</param>
public readonly record struct AccumulatedRainfall(DateTimeOffset At, decimal Inches)
{
    /// <summary>Writes the reading on one line.</summary>
    /// <returns>Time and inches.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm zzz}: {Inches} in accumulated");
}
