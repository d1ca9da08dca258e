namespace Lcra.Hydromet.Rainfall.Internal;

internal readonly record struct TimeWindow(DateTimeOffset Start, DateTimeOffset End);
