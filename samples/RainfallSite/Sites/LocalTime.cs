namespace RainfallSite.Sites;

/// <summary>A wall-clock time and the instant it is taken for.</summary>
internal sealed record LocalTime(DateTime Requested, DateTimeOffset At, LocalTimeProblem Oddity);
