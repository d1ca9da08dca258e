using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>A data-quality finding about a feed or a report. A finding changes no value.</summary>
public sealed record Finding
{
    /// <summary>Gets the kind of finding.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>Gets the message. It may quote text from the feed: encode it before you show it.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the feed; null when the finding is about several.</summary>
    public HydrometFeed? Feed { get; init; }

    /// <summary>Gets the line of the feed, the header being line 1; null when no line is meant.</summary>
    public long? Line { get; init; }

    /// <summary>Gets the site; null when the finding is not about a single site.</summary>
    public SiteId? Site { get; init; }

    /// <summary>Gets the column as the header spells it; null when no column is meant.</summary>
    public string? Column { get; init; }

    /// <summary>Gets the text that was found, shortened to 64 characters; null when the finding has no text.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the other column of a comparison; null when nothing is compared.</summary>
    public string? OtherColumn { get; init; }

    /// <summary>Gets the value of the other column; null when nothing is compared.</summary>
    public string? OtherValue { get; init; }

    /// <summary>Gets the exception that caused the finding; null without one.</summary>
    public HydrometException? Cause { get; init; }

    /// <summary>Writes the finding on one line. It may quote text from the feed.</summary>
    /// <returns>Kind, feed, line, site and message.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}{(Feed is null ? "" : " in ")}{Feed}{(Line is null ? "" : " line ")}{Line}{(Site is null ? "" : " at ")}{Site}: {Message}");
}
