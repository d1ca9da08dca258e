using Lcra.Hydromet.Archive.Tests.Support;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public sealed class ArchivedClientTests(ArchiveStores stores) : IDisposable
{
    private static readonly DateOnly First = new(2026, 9, 1);

    private readonly CountingHandler _handler = new();

    public void Dispose() => _handler.Dispose();

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task What_the_archive_has_is_not_requested_and_its_newest_days_are(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await Recorded.FillDailyAsync(archive, Recorded.Hamilton, First);
        using HydrometClient live = Live();
        ArchivedHydrometClient client = new(archive, live, Recorded.Clock());

        DailyRainfall[] whole = await client.GetDailyRainfallAsync(Recorded.Hamilton, First, Recorded.Today).ToArrayAsync();
        string requested = Assert.Single(_handler.Paths);
        DailyRainfall[] past = await client.GetDailyRainfallAsync(Recorded.Hamilton, First, Recorded.Today.AddDays(-1)).ToArrayAsync();

        Assert.EndsWith("/3018/rainDaily/10-2-2026/10-2-2026", requested, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 32).Select(First.AddDays), whole.Select(day => day.Day));
        Assert.Equal(whole[..^1], past);
        Assert.Single(_handler.Paths);
    }

    [Fact]
    public async Task An_older_gap_is_named_and_not_requested()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        using HydrometClient live = Live();
        ArchivedHydrometClient client = new(archive, live, Recorded.Clock());

        DailyRainfall[] days = await client.GetDailyRainfallAsync(Recorded.Hamilton, First, Recorded.Today).ToArrayAsync();
        DailyRainfall[] old = await client.GetDailyRainfallAsync(Recorded.Hamilton, First, First.AddDays(5)).ToArrayAsync();
        ArchiveCoverage coverage = await client.GetCoverageAsync(Recorded.Hamilton, HistoryParameter.RainDaily, First, First.AddDays(5));

        Assert.Equal([30, 1, 2], days.Select(day => day.Day.Day));
        Assert.Empty(old);
        Assert.Equal([new ArchiveSpan(CentralTime.StartOfDay(First), CentralTime.StartOfDay(First.AddDays(6)))], coverage.NotInArchive);
        Assert.EndsWith("/3018/rainDaily/9-30-2026/10-2-2026", Assert.Single(_handler.Paths), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_live_days_no_history_is_ever_requested_and_reports_still_are()
    {
        ArchiveOptions options = await stores.NextAsync(ArchiveProvider.Sqlite);
        options.LiveDays = 0;
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        using HydrometClient live = Live();
        ArchivedHydrometClient client = new(archive, live, Recorded.Clock());

        Assert.Empty(await client.GetDailyRainfallAsync(Recorded.Hamilton, First, Recorded.Today).ToArrayAsync());
        Assert.Empty(await client.GetAccumulatedRainfallAsync(Recorded.Hamilton, First, Recorded.Today).ToArrayAsync());
        Assert.Empty(await client.GetHistoryAsync(Recorded.Hamilton, HistoryParameter.Flow, First, Recorded.Today).ToArrayAsync());
        Assert.Empty(_handler.Paths);
        Assert.NotEmpty((await client.GetRainfallAsync()).Gauges);
        Assert.NotEmpty((await client.GetRainfallAsync(RainfallScope.CsvFeeds)).Gauges);
        Assert.NotEmpty((await client.GetSitesAsync()).Sites);
        Assert.NotEmpty((await client.GetLakeLevelsAsync()).Lakes);
    }

    [Fact]
    public async Task Records_of_the_archive_and_of_lcra_join_without_a_gap_or_a_double()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        IReadOnlyList<AccumulatedRainfall> stored = await Recorded.FillCountsAsync(archive, Recorded.Hamilton, First);
        await using HydrometArchive none = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        await Recorded.FillCountsAsync(none, Recorded.Hamilton, First);
        ArchivedHydrometClient inner = new(none, Live(), new FakeTimeProvider(Recorded.Now.AddYears(1)));
        ArchivedHydrometClient client = new(archive, inner, Recorded.Clock());

        Assert.Equal(stored, await client.GetAccumulatedRainfallAsync(Recorded.Hamilton, First, Recorded.Today).ToArrayAsync());
        Assert.Equal(stored.Count, await client.GetHistoryAsync(Recorded.Hamilton, HistoryParameter.Rain, First, Recorded.Today).CountAsync());
    }

    [Fact]
    public async Task A_history_that_an_archive_has_not_is_the_live_clients()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        using HydrometClient live = Live();
        ArchivedHydrometClient client = new(archive, live, Recorded.Clock());

        Assert.Empty(await client.GetHistoryAsync(Recorded.Hamilton, HistoryParameter.Humidity, First, First).ToArrayAsync());

        Assert.EndsWith("/3018/humidity/9-1-2026/9-1-2026", Assert.Single(_handler.Paths), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_registered_client_reads_the_archive_of_the_configuration_and_opens_it_when_it_is_used()
    {
        string file = stores.NextFile();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Archive:Provider"] = "Sqlite",
            ["Archive:ConnectionString"] = $"Data Source={file}",
            ["Archive:LiveDays"] = "0",
        }).Build();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new ReplayClock(Recorded.Now));
        services.AddHydrometClient().UseReplay();
        services.AddHydrometCache();
        services.AddHydrometArchive(configuration.GetSection("Archive")).AddHydrometArchive();
        await using ServiceProvider provider = services.BuildServiceProvider();
        HydrometArchive archive = provider.GetRequiredService<HydrometArchive>();

        Assert.False(File.Exists(file));
        await Recorded.FillDailyAsync(archive, Recorded.Hamilton, First);
        Assert.IsType<ArchivedHydrometClient>(provider.GetRequiredService<IHydrometClient>());
        Assert.Equal(32, await provider.GetRequiredService<IHydrometClient>().GetDailyRainfallAsync(Recorded.Hamilton, First, Recorded.Today).CountAsync());
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task An_archive_that_cannot_be_opened_is_tried_again_by_the_next_operation()
    {
        string folder = stores.NextFile();
        await using HydrometArchive archive = new(ArchiveOptions.ForFile(Path.Combine(folder, "rain.db")), Recorded.Clock());

        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => archive.GetStatusAsync());
        Directory.CreateDirectory(folder);

        Assert.Equal(ArchiveFailureReason.Unavailable, failure.Reason);
        Assert.Empty((await archive.GetStatusAsync()).Sites);
    }

    [Theory]
    [InlineData("Provider", "7")]
    [InlineData("ConnectionString", "")]
    [InlineData("LockTimeout", "00:00:00")]
    [InlineData("PackAfter", "00:10:00")]
    [InlineData("LiveDays", "-1")]
    public void A_setting_that_is_not_valid_is_named(string key, string value)
    {
        ServiceCollection services = new();
        services.AddHydrometArchive(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build());
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ArchiveOptions>>().Value);

        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    private HydrometClient Live() => new(new HttpClient(_handler, disposeHandler: false), timeProvider: new ReplayClock(Recorded.Now));
}
