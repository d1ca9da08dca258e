using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

public class FreshnessTests
{
    [Fact]
    public void A_report_is_as_old_as_its_oldest_feed_and_waits_as_long_as_any_is_told_to()
    {
        HydrometException first = new("First.") { RetryAfter = TimeSpan.FromSeconds(30) };

        Freshness freshness = Freshness.Of(
            Feed(TestReports.Morning.AddMinutes(-15), null),
            Feed(TestReports.Morning, first),
            Feed(null, new HydrometException("Second.") { RetryAfter = TimeSpan.FromSeconds(90) }));

        Assert.Equal(new Freshness(TestReports.Morning.AddMinutes(-15), TestReports.Morning, first, TimeSpan.FromSeconds(90)), freshness);
    }

    private static FeedStatus Feed(DateTimeOffset? fetchedAt, HydrometException? failure) => new() { Feed = HydrometFeed.Rainfall, FetchedAt = fetchedAt, Failure = failure };
}
