namespace Lcra.Hydromet.History.Internal;

/// <summary>The last rise of the count, in case it comes straight back.</summary>
/// <param name="Left">The reading before the rise.</param>
/// <param name="First">The reading that rose.</param>
/// <param name="IsPlausible">Whether so much rain can have fallen.</param>
/// <param name="Explained">The fall that the rise explained as a reset.</param>
internal readonly record struct CountRise(CountMark Left, CounterPoint First, bool IsPlausible, CountFall? Explained);
