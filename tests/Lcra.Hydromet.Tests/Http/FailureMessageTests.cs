using System.Net;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>Every failure of a download says what to do.</summary>
public class FailureMessageTests
{
    private static readonly Uri Address = new("https://hydromet.lcra.org/media/LakeLevel.csv");

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "404 NotFound. Trying again will not help: check the address.", false)]
    [InlineData(HttpStatusCode.RequestTimeout, "408 RequestTimeout. Try again later.", true)]
    [InlineData(HttpStatusCode.TooManyRequests, "429 TooManyRequests. Try again later.", true)]
    [InlineData(HttpStatusCode.InternalServerError, "500 InternalServerError. Try again later.", true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "503 ServiceUnavailable. Try again later.", true)]
    [InlineData(HttpStatusCode.Forbidden, "403 Forbidden. It does not let this program in: wait, try from another network, or set a contact in the options and ask LCRA.", false)]
    public async Task A_status_is_reported_with_advice(HttpStatusCode status, string words, bool transient)
    {
        HydrometException failure = await FailureAsync(status);

        Assert.Equal(($"{Address} responded with {words}", transient), (failure.Message, failure.IsTransient));
    }

    [Fact]
    public async Task A_wait_that_is_requested_is_reported_in_whole_seconds()
    {
        HydrometException failure = await FailureAsync(HttpStatusCode.ServiceUnavailable, response => response.Headers.RetryAfter = new(TimeSpan.FromSeconds(120)));

        Assert.Equal($"{Address} responded with 503 ServiceUnavailable. It asks to wait 120 seconds.", failure.Message);
    }

    [Theory]
    [InlineData(-60, 0)]
    [InlineData(0, 0)]
    [InlineData(60, 60)]
    public async Task A_date_that_is_past_means_at_once(int secondsAhead, int seconds)
    {
        HydrometException failure = await FailureAsync(
            HttpStatusCode.ServiceUnavailable, response => response.Headers.RetryAfter = new(TestReports.Morning.AddSeconds(secondsAhead)));

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "could not be reached (no luck). Check the network, then try again.", true)]
    [InlineData(HttpRequestError.ResponseEnded, "broke off in the middle of its response. Try again.", true)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, "sent more than MaxResponseBytes allows.", false)]
    [InlineData(HttpRequestError.SecureConnectionError, "could not be reached (no luck). Check the network, then try again.", true)]
    public void A_download_that_failed_is_reported_with_advice(HttpRequestError error, string words, bool transient)
    {
        HydrometException failure = HttpFailures.Of(new HttpRequestException(error, "no luck"), HydrometFeed.Rainfall, Address);

        Assert.Equal(($"{Address} {words}", transient, HydrometFeed.Rainfall), (failure.Message, failure.IsTransient, failure.Feed));
    }

    private static Task<HydrometException> FailureAsync(HttpStatusCode status, Action<HttpResponseMessage>? change = null) =>
        Assert.ThrowsAsync<HydrometException>(async () =>
            await TestReports.Client(new StubFeedHandler().With(HydrometFeed.LakeLevels, status, change)).GetLakeLevelsAsync());
}
