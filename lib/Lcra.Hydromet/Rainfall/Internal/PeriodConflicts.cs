namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>What contradicts the total of one period.</summary>
/// <param name="Conflicts">The contradictions, one for each rule instance.</param>
/// <param name="LowerBoundInches">The largest amount that other totals prove; null when it does not exceed the total's.</param>
internal sealed record PeriodConflicts(IReadOnlyList<RainfallConflict> Conflicts, decimal? LowerBoundInches)
{
    public static PeriodConflicts None { get; } = new([], null);
}
