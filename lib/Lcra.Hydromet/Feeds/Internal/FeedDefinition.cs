namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>What the library knows of a feed before it reads one.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Bind">Finds the feed's columns in a header.</param>
/// <param name="NeedsReportTime">Whether a feed without a report time is invalid; otherwise the newest observation time is used.</param>
/// <param name="MayBeNegative">Whether values below zero are real; rain never is.</param>
/// <param name="Validate">Throws when the amounts show that this is another feed; null where nothing can.</param>
internal sealed record FeedDefinition(
    HydrometFeed Feed,
    Func<FeedHeader, FeedLayout> Bind,
    bool NeedsReportTime = true,
    bool MayBeNegative = false,
    Action<FeedLayout, FeedRow[], Cell[], FindingList>? Validate = null);
