namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>What asking for a feed gave: its rows, or why not, or earlier rows together with why they are not new.</summary>
internal sealed record FeedResult(HydrometFeed Feed, FeedTable? Table, HydrometException? Failure, Finding? Note = null)
{
    public bool RefreshFailed => Table is not null && Failure is not null;
}
