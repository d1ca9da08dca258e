namespace Lcra.Hydromet;

/// <summary>What kind of thing a <see cref="SeriesFlag"/> is about.</summary>
public enum SeriesFlagKind
{
    /// <summary>
    /// The counter left its level and came back to it within four readings and a day (115, 49, 115). No rain is credited for
    /// the way there or back.
    /// </summary>
    Glitch,

    /// <summary>
    /// The counter fell and stayed low. No rain is credited for the fall; counting goes on from the lower level.
    /// Rain between the two readings is lost.
    /// </summary>
    Reset,

    /// <summary>
    /// The counter rose by more than 5 inches between readings at most an hour apart, and stayed. The rise is credited:
    /// whether it rained is for the reader to judge.
    /// </summary>
    CounterJump,

    /// <summary>
    /// The value can be no amount of rain (below zero, above 200,000 inches or finer than 1/10000 inch) and was left out.
    /// </summary>
    Unusable,

    /// <summary>The day was still running when it was read; its amount so far is in the total.</summary>
    PartialDay,
}
