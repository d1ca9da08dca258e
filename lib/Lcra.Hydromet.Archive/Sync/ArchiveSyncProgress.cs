using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>A step of a run of <see cref="ArchiveSync"/>, and how far the run is.</summary>
public sealed record ArchiveSyncProgress
{
    /// <summary>Gets what happened.</summary>
    public required ArchiveSyncEvent Event { get; init; }

    /// <summary>Gets the site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets the parameter.</summary>
    public required HistoryParameter Parameter { get; init; }

    /// <summary>Gets the first day of the window, in Central time; null where the event has no window.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Gets the last day of the window, in Central time, included; null where the event has no window.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Gets the number of new values: of the window, or for <see cref="ArchiveSyncEvent.SiteDone"/> of this run.</summary>
    public int Added { get; init; }

    /// <summary>Gets the number of corrected values: of the window, or for <see cref="ArchiveSyncEvent.SiteDone"/> of this run.</summary>
    public int Corrected { get; init; }

    /// <summary>Gets the number of requests: of the whole run, or for <see cref="ArchiveSyncEvent.SiteDone"/> of this parameter of the site.</summary>
    public required int Requests { get; init; }

    /// <summary>Gets how many requests are left at most. The beginning of a record is not known in advance, so it can be fewer.</summary>
    public required int RequestsLeft { get; init; }

    /// <summary>Gets the requests in a minute since the run began; zero before the first.</summary>
    public required double RequestsPerMinute { get; init; }

    /// <summary>Gets the time that <see cref="RequestsLeft"/> take at that rate; null before the first request.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Gets why a request failed or is paused; null when it did not.</summary>
    public string? Message { get; init; }

    /// <summary>Writes the step on one line.</summary>
    /// <returns>Site, parameter, days and counts.</returns>
    public override string ToString()
    {
        string days = First is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}");
        return Message is null
            ? string.Create(CultureInfo.InvariantCulture, $"{Site} {Parameter}{days}: {Added} added, {Corrected} corrected, {Requests} requests")
            : $"{Site} {Parameter}{days}: {Message}";
    }
}
