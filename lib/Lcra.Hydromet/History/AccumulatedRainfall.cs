namespace Lcra.Hydromet;

/// <summary>
/// One reading of a rain gauge's counter, as LCRA's history (<c>rain</c>) gives it: not the rain of an interval but the count so far.
/// </summary>
/// <param name="At">When the gauge was read.</param>
/// <param name="Inches">The gauge's count in inches since it was last set back. Rain is the difference of two counts.</param>
public readonly record struct AccumulatedRainfall(DateTimeOffset At, decimal Inches);
