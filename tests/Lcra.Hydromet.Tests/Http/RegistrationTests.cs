using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Http;

public class RegistrationTests
{
    [Fact]
    public async Task A_container_gives_a_client_that_says_who_it_is()
    {
        StubFeedHandler feeds = TestReports.Feeds();
        List<string> agents = [];
        ServiceCollection services = new();
        services.AddHydrometClient(options => options.BaseAddress = new Uri("http://127.0.0.1:9"))
            .ConfigurePrimaryHttpMessageHandler(() => feeds)
            .AddHttpMessageHandler(() => new UserAgentRecorder(agents));
        await using ServiceProvider provider = services.BuildServiceProvider();

        RainfallReport report = await provider.GetRequiredService<HydrometClient>().GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(3, report.Gauges.Count);
        Assert.All(feeds.Requested, uri => Assert.Equal(9, uri.Port));
        Assert.All(agents, agent => Assert.StartsWith("Lcra.Hydromet/", agent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_call_switches_a_registered_client_to_the_recording_and_its_clock()
    {
        ServiceCollection services = new();
        services.AddHydrometClient().UseReplay();
        await using ServiceProvider provider = services.BuildServiceProvider();

        RainfallReport report = await provider.GetRequiredService<HydrometClient>().GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(246, report.Gauges.Count);
        Assert.Equal(TestReports.Central(10, 2, 7), report.Feeds[0].FetchedAt);
        Assert.Equal(TestReports.Central(10, 2, 7), provider.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    [Fact]
    public void A_clock_of_the_callers_own_is_kept()
    {
        ServiceCollection services = new();
        FakeTimeProvider clock = new(TestReports.Morning);
        services.AddSingleton<TimeProvider>(clock);
        services.AddHydrometClient();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(clock, provider.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Registering_twice_adds_settings_and_nothing_else()
    {
        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.LakeLevels, System.Net.HttpStatusCode.BadGateway);
        List<string> agents = [];
        ServiceCollection services = new();
        services.AddHydrometClient(options => options.RetryDelay = TimeSpan.Zero);
        int registered = services.Count;
        services.AddHydrometClient().ConfigurePrimaryHttpMessageHandler(() => feeds).AddHttpMessageHandler(() => new UserAgentRecorder(agents));
        services.AddHydrometClient(options => options.BaseAddress = new Uri("http://127.0.0.1:9"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => provider.GetRequiredService<HydrometClient>().GetLakeLevelsAsync());

        Assert.Equal((3, 9), (feeds.Requested.Count, failure.RequestUri!.Port));
        Assert.Single(services, service => service.ServiceType == typeof(HydrometClient));
        Assert.All(agents, agent => Assert.Single(agent.Split("Lcra.Hydromet/")[1..]));
        Assert.True(registered < services.Count);
    }

    private sealed class UserAgentRecorder(List<string> agents) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (agents)
            {
                agents.Add(request.Headers.UserAgent.ToString());
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
