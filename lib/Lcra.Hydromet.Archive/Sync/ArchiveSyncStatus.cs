using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>The last run that filled an archive, and what its processes share.</summary>
public sealed record ArchiveSyncStatus
{
    /// <summary>Gets when the last run began, in Central time; null when there was none.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets when the last run ended, in Central time; null when none ended. Before <see cref="StartedAt"/>, a run is under way or was killed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets how the last run that ended did so; null when none ended.</summary>
    public ArchiveSyncOutcome? Outcome { get; init; }

    /// <summary>Gets the number of windows that failed in the last run that ended; null when none ended.</summary>
    public int? FailedWindows { get; init; }

    /// <summary>Gets the number of requests of the day on which the last one was sent.</summary>
    public required int RequestsOfDay { get; init; }

    /// <summary>Gets that day, in Central time; null when no paced request was sent.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Gets the time before which no process sends a request, in Central time; null when there was no such pause.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Gets a value indicating whether that pause is after a block.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Writes the status on one line.</summary>
    /// <returns>The last run, and a pause.</returns>
    public override string ToString()
    {
        string run = StartedAt is not { } began ? "no sync yet"
            : EndedAt is { } ended && ended >= began ? string.Create(CultureInfo.InvariantCulture, $"last sync ended {ended:yyyy-MM-dd HH:mm zzz}: {Outcome}, {FailedWindows} windows failed")
            : string.Create(CultureInfo.InvariantCulture, $"last sync began {began:yyyy-MM-dd HH:mm zzz} and has not ended");
        return PausedUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $"{run}; {(IsBlocked ? "blocked" : "paused")} until {until:yyyy-MM-dd HH:mm zzz}") : run;
    }
}
