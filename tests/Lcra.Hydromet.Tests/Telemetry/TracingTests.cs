using System.Diagnostics;
using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Telemetry;

public class TracingTests
{
    [Fact]
    public async Task A_download_is_an_activity_that_names_its_feed_and_its_failure()
    {
        const string Host = "tracing.example";
        List<Activity> heard = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == HydrometTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("server.address"), Host))
                {
                    heard.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.LakeLevels, HttpStatusCode.Forbidden);
        HydrometClient client = new(new HttpClient(feeds), new HydrometClientOptions { BaseAddress = new Uri($"http://{Host}/") }, new FakeTimeProvider(TestReports.Morning));

        await Assert.ThrowsAsync<HydrometException>(() => client.GetLakeLevelsAsync());

        Activity download = Assert.Single(heard);
        Assert.Equal(("hydromet.download", "LakeLevel.csv", "Blocked", ActivityStatusCode.Error), (download.OperationName, download.GetTagItem("hydromet.feed"), download.GetTagItem("error.type"), download.Status));
    }
}
