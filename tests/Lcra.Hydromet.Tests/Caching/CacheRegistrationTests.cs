using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Tests.Caching;

public class CacheRegistrationTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("RefreshJitter", "-00:00:01", "RefreshJitter must be between")]
    [InlineData("RefreshInterval", "00:00:00", "RefreshInterval must be between")]
    [InlineData("MaxStaleness", "00:01:00", "MaxStaleness must be between")]
    [InlineData("HistoryLifetime", "00:00:00", "HistoryLifetime must be between")]
    [InlineData("MaxHistories", "0", "MaxHistories must be at least 1; it is 0.")]
    [InlineData("MaxHistories", "10001", "MaxHistories must be between 1 and 10000")]
    public void A_bad_setting_is_refused_at_the_start_and_named(string setting, string value, string says)
    {
        using ServiceProvider provider = Provide(TestReports.Feeds(), new FakeTimeProvider(TestReports.Morning), (setting, value));

        OptionsValidationException failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RefreshJitter", "00:00:00")]
    [InlineData("RefreshJitter", "00:10:00")]
    [InlineData("RefreshInterval", "00:00:01")]
    [InlineData("RefreshInterval", "1.00:00:00")]
    [InlineData("MaxStaleness", "00:15:00")]
    [InlineData("MaxStaleness", "30.00:00:00")]
    [InlineData("HistoryLifetime", "1.00:00:00")]
    [InlineData("MaxHistories", "1")]
    public void A_setting_at_its_bound_is_taken(string setting, string value)
    {
        using ServiceProvider provider = Provide(TestReports.Feeds(), new FakeTimeProvider(TestReports.Morning), (setting, value));

        Assert.Null(Record.Exception(() => provider.GetRequiredService<IStartupValidator>().Validate()));
    }

    [Fact]
    public void Without_a_container_a_bad_setting_is_refused_too() =>
        Assert.Throws<ArgumentException>(() => new HydrometCache(TestReports.Client(TestReports.Feeds()), new HydrometCacheOptions { MaxStaleness = TimeSpan.Zero }, TimeProvider.System));

    [Fact]
    public void The_container_has_one_cache()
    {
        using ServiceProvider provider = Provide(TestReports.Feeds(), new FakeTimeProvider(TestReports.Morning));

        Assert.Same(provider.GetRequiredService<HydrometCache>(), provider.GetRequiredService<HydrometCache>());
    }

    [Fact]
    public async Task A_host_refreshes_by_itself_when_it_is_configured_to()
    {
        FakeTimeProvider clock = new(TestReports.Morning);
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.AllSites, "plain");
        await using ServiceProvider provider = Provide(feeds, clock, ("RefreshInBackground", "true"), ("RefreshJitter", "00:00:00"));
        HydrometCache cache = provider.GetRequiredService<HydrometCache>();
        IHostedService service = Assert.Single(provider.GetServices<IHostedService>());

        await service.StartAsync(CancellationToken.None);
        await UntilAsync(() => cache.CurrentRainfall is not null);
        clock.Advance(TimeSpan.FromMinutes(14) - OneSecond);
        Assert.Equal(4, feeds.Requested.Count);
        await clock.AdvanceUntilAsync(OneSecond, () => cache.RainfallStatus.FetchedAt > TestReports.Morning);
        await service.StopAsync(CancellationToken.None);

        Assert.True(cache.RainfallStatus.FetchedAt >= TestReports.Morning.AddMinutes(14));
        Assert.Equal([2, 2, 2, 2], feeds.Requested.CountBy(uri => uri).Select(pair => pair.Value));
    }

    [Fact]
    public async Task When_the_host_refreshes_nobody_waits_for_lcra()
    {
        FakeTimeProvider clock = new(TestReports.Morning);
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.AllSites, "plain");
        await using ServiceProvider provider = Provide(feeds, clock, ("RefreshInBackground", "true"), ("RefreshJitter", "00:00:00"));
        HydrometCache cache = provider.GetRequiredService<HydrometCache>();
        IHostedService service = Assert.Single(provider.GetServices<IHostedService>());
        await service.StartAsync(CancellationToken.None);
        await UntilAsync(() => cache.CurrentRainfall is not null);
        TaskCompletionSource<HttpResponseMessage> never = new();
        bool refreshing = false;
        feeds.With(HydrometFeed.Rainfall, token =>
        {
            Volatile.Write(ref refreshing, true);
            return never.Task.WaitAsync(token);
        });

        await clock.AdvanceUntilAsync(TimeSpan.FromMinutes(1), () => Volatile.Read(ref refreshing));

        Task<RainfallReport> asked = cache.GetRainfallAsync().AsTask();
        Assert.True(asked.IsCompletedSuccessfully);
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_host_that_is_not_configured_to_refreshes_nothing()
    {
        StubFeedHandler feeds = TestReports.Feeds();
        await using ServiceProvider provider = Provide(feeds, new FakeTimeProvider(TestReports.Morning));
        BackgroundService service = (BackgroundService)Assert.Single(provider.GetServices<IHostedService>());

        await service.StartAsync(CancellationToken.None);
        await service.ExecuteTask!;

        Assert.Empty(feeds.Requested);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using CancellationTokenSource patience = new(WaitTimeout);
        while (!isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static ServiceProvider Provide(StubFeedHandler feeds, FakeTimeProvider clock, params (string Setting, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Setting, (string?)pair.Value)))
            .Build();
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging();
        services.AddHydrometClient(options => options.MaxRetryAttempts = 0).ConfigurePrimaryHttpMessageHandler(() => feeds);
        services.AddHydrometCache(configuration);
        return services.BuildServiceProvider();
    }
}
