namespace Lcra.Hydromet;

/// <summary>A spell of rain in a <see cref="RainfallSeries"/>.</summary>
public sealed record RainEvent
{
    /// <summary>Gets the last reading before the first rain, in Central time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the reading that had the last rain, in Central time.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets the rain of the storm in inches; more than zero.</summary>
    public required decimal Inches { get; init; }
}
