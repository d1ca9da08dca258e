using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>Something that changed from one rainfall report to a later one.</summary>
public sealed record RainfallChange
{
    /// <summary>Gets the kind of change.</summary>
    public required RainfallChangeKind Kind { get; init; }

    /// <summary>Gets the gauge; null for a change of a feed.</summary>
    public Site? Site { get; init; }

    /// <summary>Gets the feed that went down or came up; null for a change of a gauge.</summary>
    public HydrometFeed? Feed { get; init; }

    /// <summary>
    /// Gets the beginning of the span that the change is about, in Central time: of new rain the reading before or midnight, of a reset
    /// or correction the reading before, of a threshold the total's window; null for changes that have no span.
    /// </summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>
    /// Gets the end of that span in Central time, for a gauge the reading that shows the change; null for a feed, and where no reading time is known.
    /// </summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>
    /// Gets the inches that new rain adds, or that the total of a threshold has; null for changes that are about no amount. A gauge
    /// that was silent for hours adds what fell over all of them, and <see cref="From"/> says so.
    /// </summary>
    public decimal? Inches { get; init; }

    /// <summary>
    /// Gets how many inches more than <see cref="Inches"/> new rain may be, because the amounts since midnight can be explained in two ways
    /// and the smaller one counts; zero when there is no doubt.
    /// </summary>
    public decimal UncertaintyInches { get; init; }

    /// <summary>Gets the total that shows the change; null for changes of feeds, and of gauges that fell silent or came back.</summary>
    public RainfallTotal? Total { get; init; }

    /// <summary>Gets the total before; null for all but new rain, a reset or a correction, and for rain after midnight.</summary>
    public RainfallTotal? Before { get; init; }

    /// <summary>Gets the threshold that was crossed or cleared; null for other changes.</summary>
    public RainfallThreshold? Threshold { get; init; }

    /// <summary>Gets why a feed is down; null when it is not, or when its report is only old.</summary>
    public HydrometException? Failure { get; init; }

    /// <summary>Writes the change on one line. It may quote the feeds' names of gauges.</summary>
    /// <returns>What happened, where, and over what time.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Subject}{Description}");

    private string Subject => Site is { } site ? $"{site.Id} {site.Name}: " : $"{Feed}: ";

    private string UpTo => UncertaintyInches > 0 ? FormattableString.Invariant($" (up to {Inches + UncertaintyInches} in)") : "";

    private string Description => Kind switch
    {
        RainfallChangeKind.NewRain => FormattableString.Invariant($"{Inches} in more{UpTo}, {From:yyyy-MM-dd HH:mm zzz} to {To:yyyy-MM-dd HH:mm zzz}"),
        RainfallChangeKind.Reset => FormattableString.Invariant($"a new day, {Total?.Inches} in since midnight at {To:yyyy-MM-dd HH:mm zzz}; last read before {From:yyyy-MM-dd HH:mm zzz}"),
        RainfallChangeKind.Corrected => FormattableString.Invariant($"corrected from {Before?.Inches} to {Total?.Inches} in since midnight at {To:yyyy-MM-dd HH:mm zzz}"),
        RainfallChangeKind.GaugeSilent => FormattableString.Invariant($"silent, last read {To:yyyy-MM-dd HH:mm zzz}"),
        RainfallChangeKind.GaugeReporting => FormattableString.Invariant($"reports again, read {To:yyyy-MM-dd HH:mm zzz}"),
        RainfallChangeKind.FeedDown => $"down ({Failure?.Kind.ToString() ?? "its report is old"})",
        RainfallChangeKind.FeedUp => "up again",
        RainfallChangeKind.ThresholdCrossed => FormattableString.Invariant($"over {Threshold?.OverInches} in, {Total?.Inches} in over {Threshold?.Period.Name}{(Total is { IsIsolated: true } ? " (isolated)" : "")}, {From:yyyy-MM-dd HH:mm zzz} to {To:yyyy-MM-dd HH:mm zzz}"),
        _ => FormattableString.Invariant($"below {Threshold?.ClearsBelowInches} in again, {Total?.Inches} in over {Threshold?.Period.Name}, {From:yyyy-MM-dd HH:mm zzz} to {To:yyyy-MM-dd HH:mm zzz}"),
    };
}
