namespace Lcra.Hydromet;

/// <summary>What <see cref="HydrometDoctor"/> found out about one feed.</summary>
public sealed record FeedCheck
{
    /// <summary>Gets the feed.</summary>
    public required HydrometFeed Feed { get; init; }

    /// <summary>Gets the verdict.</summary>
    public required FeedVerdict Verdict { get; init; }

    /// <summary>Gets what was found, a sentence each: how many rows of when, and what is not as expected.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets why the feed is broken; null when it is not.</summary>
    public HydrometException? Failure { get; init; }
}
