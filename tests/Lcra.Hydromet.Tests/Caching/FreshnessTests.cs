using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

public class FreshnessTests
{
    [Fact]
    public void A_report_is_as_old_as_its_oldest_feed_and_fails_with_the_first_failure()
    {
        HydrometException first = new("First.") { RetryAfter = TimeSpan.FromSeconds(30) };

        FeedStatus[] feeds =
        [
            Feed(TestReports.Morning.AddMinutes(-15), null),
            Feed(TestReports.Morning, first),
            Feed(null, new HydrometException("Second.") { RetryAfter = TimeSpan.FromSeconds(90) }),
        ];

        Assert.Equal(new Freshness(TestReports.Morning.AddMinutes(-15), TestReports.Morning, first, feeds), Freshness.Of(feeds));
    }

    private static FeedStatus Feed(DateTimeOffset? fetchedAt, HydrometException? failure) => new() { Feed = HydrometFeed.Rainfall, FetchedAt = fetchedAt, Failure = failure };
}
