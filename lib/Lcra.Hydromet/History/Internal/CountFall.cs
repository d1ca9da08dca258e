namespace Lcra.Hydromet.History.Internal;

/// <summary>A fall of the count that later readings have not explained yet.</summary>
/// <param name="Left">The last reading before the fall.</param>
/// <param name="First">The first reading after it.</param>
/// <param name="FitsReset">Whether a counter that was set to zero can have counted up to <paramref name="First"/> meanwhile.</param>
/// <param name="RiseBefore">The last rise before the fall.</param>
internal sealed record CountFall(CountMark Left, CounterPoint First, bool FitsReset, CountRise? RiseBefore);
