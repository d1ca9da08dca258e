namespace RainfallSite.Sites;

/// <summary>A local time and the instant that it is resolved to.</summary>
internal sealed record LocalTime(DateTime Requested, DateTimeOffset At, LocalTimeProblem Problem);
