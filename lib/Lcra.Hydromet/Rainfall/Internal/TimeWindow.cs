namespace Lcra.Hydromet.Internal;

internal readonly record struct TimeWindow(DateTimeOffset Start, DateTimeOffset End);
