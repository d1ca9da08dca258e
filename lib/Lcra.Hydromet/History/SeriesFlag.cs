namespace Lcra.Hydromet;

/// <summary>Something about the readings of a <see cref="RainfallSeries"/> that whoever uses its totals wants to know.</summary>
public sealed record SeriesFlag
{
    /// <summary>Gets the kind of flag.</summary>
    public required SeriesFlagKind Kind { get; init; }

    /// <summary>Gets the time, in Central time, of the reading that is flagged (the first one that left the level), or the beginning of the day.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what the flagged reading or day said, in inches.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets what the counter had said before, in inches; null for a flag that is about no change.</summary>
    public decimal? PreviousInches { get; init; }

    /// <summary>Gets when the counter was back, in Central time; null for all but a glitch.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }
}
