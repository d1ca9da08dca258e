using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>What a run of <see cref="ArchiveSync"/> did.</summary>
public sealed class ArchiveSyncResult
{
    /// <summary>Gets how the run ended.</summary>
    public required ArchiveSyncOutcome Outcome { get; init; }

    /// <summary>Gets the number of requests that this run sent.</summary>
    public required int Requests { get; init; }

    /// <summary>Gets the number of values that are new.</summary>
    public required int Added { get; init; }

    /// <summary>Gets the number of values that LCRA corrected.</summary>
    public required int Corrected { get; init; }

    /// <summary>Gets the number of windows that failed.</summary>
    public required int FailedWindows { get; init; }

    /// <summary>Gets the windows that failed. At most 100.</summary>
    public required IReadOnlyList<ArchiveSyncFailure> Failures { get; init; }

    /// <summary>Gets the time before which another run requests nothing, in Central time; null when it can begin at once.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>Gets what happened and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Writes the result on one line.</summary>
    /// <returns>Counts and the message.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Requests} requests, {Added} added, {Corrected} corrected, {FailedWindows} windows failed. {Message}");
}
