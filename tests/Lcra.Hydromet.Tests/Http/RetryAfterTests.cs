using System.Net;
using System.Net.Http.Headers;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

public class RetryAfterTests
{
    private static readonly TimeSpan Requested = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OneTick = TimeSpan.FromTicks(1);
    private readonly FakeTimeProvider _clock = new(TestReports.Morning);

    public static TheoryData<bool> Forms => [true, false];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_wait_that_fits_is_kept_to_the_second_in_either_form(bool asDate)
    {
        StubFeedHandler feeds = new();
        feeds.With(HydrometFeed.LakeLevels, HttpStatusCode.ServiceUnavailable, response =>
            response.Headers.RetryAfter = asDate ? new RetryConditionHeaderValue(_clock.GetUtcNow() + Requested) : new RetryConditionHeaderValue(Requested));
        Task<LakeReport> report = Client(feeds).GetLakeLevelsAsync();
        _clock.Advance(Requested - OneTick);
        Assert.Single(feeds.Requested);

        feeds.With(HydrometFeed.LakeLevels, "plain");
        _clock.Advance(OneTick);

        Assert.Equal(3, (await report).Lakes.Count);
        Assert.Equal(2, feeds.Requested.Count);
    }

    [Fact]
    public async Task Waits_add_up_and_the_one_that_no_longer_fits_is_not_begun()
    {
        TimeSpan half = TimeSpan.FromSeconds(16);
        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.LakeLevels, HttpStatusCode.ServiceUnavailable, response =>
            response.Headers.RetryAfter = new RetryConditionHeaderValue(half));
        Task<LakeReport> report = Client(feeds).GetLakeLevelsAsync();

        _clock.Advance(half);

        Assert.Equal(half, (await Assert.ThrowsAsync<HydrometException>(() => report)).RetryAfter);
        Assert.Equal(2, feeds.Requested.Count);
    }

    private HydrometClient Client(StubFeedHandler feeds)
    {
        HydrometClientOptions options = new();
        return new HydrometClient(new HttpClient(new HydrometResilienceHandler(options, timeProvider: _clock) { InnerHandler = feeds }), options, _clock);
    }
}
