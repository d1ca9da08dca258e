namespace Lcra.Hydromet.History.Internal;

/// <summary>A valid reading: seconds since 1970 and the accumulated rainfall in ten-thousandths of an inch.</summary>
internal readonly record struct CounterPoint(long Second, int Level);
