namespace Lcra.Hydromet;

/// <summary>Something about the feeds that a careful reader wants to know. It repairs nothing and changes no number.</summary>
public sealed record Finding
{
    /// <summary>Gets the kind of finding.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>Gets what was found, in words. It may quote text from the feed: encode it before showing it.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the feed; null when the finding is about several.</summary>
    public HydrometFeed? Feed { get; init; }

    /// <summary>Gets the line of the feed, the header being line 1; null when no line is meant.</summary>
    public long? Line { get; init; }

    /// <summary>Gets the site; null when the finding is about no single site.</summary>
    public SiteId? Site { get; init; }

    /// <summary>Gets the column as the header spells it; null when no column is meant.</summary>
    public string? Column { get; init; }

    /// <summary>Gets the text that was found, shortened to 64 characters; null when there is none to show.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the other column of a comparison; null when nothing is compared.</summary>
    public string? OtherColumn { get; init; }

    /// <summary>Gets what the other column holds; null when nothing is compared.</summary>
    public string? OtherValue { get; init; }

    /// <summary>Gets the exception behind the finding; null when there is none.</summary>
    public HydrometException? Cause { get; init; }
}
