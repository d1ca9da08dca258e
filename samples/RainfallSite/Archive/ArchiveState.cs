namespace RainfallSite.Archive;

/// <summary>What an operator should know about the archive.</summary>
/// <param name="Queue">The number of requests that wait in this process; null when it does not fill the archive.</param>
/// <param name="SyncStartedAt">When the last sync of any process began; null before the first.</param>
/// <param name="SyncEndedAt">When the last sync that ended did so; null before the first.</param>
/// <param name="SyncOutcome">How it ended; null before the first.</param>
/// <param name="FailedWindows">The number of windows that failed in it; null before the first.</param>
/// <param name="PausedUntil">The time before which no process sends a request; null when there is no pause.</param>
/// <param name="Blocked">Whether that pause is after a block.</param>
/// <param name="Failure">Why the archive could not be read; null when it could.</param>
internal sealed record ArchiveState(
    int? Queue,
    DateTimeOffset? SyncStartedAt = null,
    DateTimeOffset? SyncEndedAt = null,
    string? SyncOutcome = null,
    int? FailedWindows = null,
    DateTimeOffset? PausedUntil = null,
    bool Blocked = false,
    string? Failure = null);
