namespace Lcra.Hydromet;

/// <summary>A rain event in a <see cref="RainfallSeries"/>.</summary>
public sealed record RainEvent
{
    /// <summary>Gets the time of the last reading before the first rain, in Central time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the time of the reading with the last rain, in Central time.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets the rain of the event in inches; more than zero.</summary>
    public required decimal Inches { get; init; }
}
