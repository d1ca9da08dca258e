namespace Lcra.Hydromet.History.Internal;

/// <summary>A usable reading: seconds since 1970 and the count in ten-thousandths of an inch.</summary>
internal readonly record struct CounterPoint(long Second, int Level);
