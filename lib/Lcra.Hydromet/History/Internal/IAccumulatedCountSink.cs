namespace Lcra.Hydromet.History.Internal;

/// <summary>Receives what <see cref="AccumulatedCountRule"/> decides.</summary>
internal interface IAccumulatedCountSink
{
    /// <summary>Adds a reading.</summary>
    /// <param name="second">The reading's time in seconds since 1970.</param>
    /// <param name="rain">The rain since the reading before, in ten-thousandths of an inch.</param>
    /// <param name="uncertain">How much more it may be.</param>
    /// <param name="uncovered">Whether rain may have been lost since the reading before.</param>
    void Append(long second, int rain, long uncertain, bool uncovered);

    /// <summary>Takes back the newest readings.</summary>
    /// <param name="readings">How many readings stay; at least one.</param>
    /// <param name="keepsFlags">Whether their resets and jumps stay flagged; glitches always do.</param>
    void RollBack(int readings, bool keepsFlags);

    /// <summary>Flags a reading.</summary>
    void Flag(SeriesFlagKind kind, CounterPoint point, int before, long? returned);
}
