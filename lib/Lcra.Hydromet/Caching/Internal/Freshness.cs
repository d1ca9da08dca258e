namespace Lcra.Hydromet.Caching.Internal;

/// <summary>The ages of the parts of a report, and the failures.</summary>
internal readonly record struct Freshness(DateTimeOffset Oldest, DateTimeOffset Newest, HydrometException? Failure, IReadOnlyCollection<FeedStatus> Feeds)
{
    public static Freshness Of(params IReadOnlyCollection<FeedStatus> feeds)
    {
        DateTimeOffset[] fetched = [.. feeds.Select(feed => feed.FetchedAt).OfType<DateTimeOffset>()];
        HydrometException[] failures = [.. feeds.Select(feed => feed.Failure).OfType<HydrometException>()];
        return new Freshness(fetched.Min(), fetched.Max(), failures.FirstOrDefault(), feeds);
    }

    public static Freshness Of<TRecord>(CachedHistory<TRecord> history)
        where TRecord : notnull =>
        new(history.FetchedAt, history.FetchedAt, history.Failure, []);
}
