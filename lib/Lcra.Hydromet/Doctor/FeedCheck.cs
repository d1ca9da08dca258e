using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>The result of <see cref="HydrometDoctor"/> for one feed.</summary>
public sealed record FeedCheck
{
    /// <summary>Gets the feed.</summary>
    public required HydrometFeed Feed { get; init; }

    /// <summary>Gets the verdict.</summary>
    public required FeedVerdict Verdict { get; init; }

    /// <summary>Gets the notes, one sentence each: the number of rows, the report time, and each difference from what is expected.</summary>
    public required IReadOnlyList<string> Notes { get; init => field = ValueList<string>.Of(value); }

    /// <summary>Gets why the feed is broken; null for other verdicts.</summary>
    public HydrometException? Failure { get; init; }

    /// <summary>Writes the feed and the verdict on one line.</summary>
    /// <returns>Feed, verdict and notes.</returns>
    public override string ToString() => $"{Feed}: {Verdict}{(Notes.Count == 0 ? "" : "; ")}{string.Join("; ", Notes)}";
}
