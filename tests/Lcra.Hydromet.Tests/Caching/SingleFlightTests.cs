using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

/// <summary>Many callers and one refresh, counted by a real server.</summary>
public sealed class SingleFlightTests : IAsyncLifetime
{
    private readonly LoopbackFeeds _lcra = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new();
    private readonly HydrometCache _cache;

    public SingleFlightTests()
    {
        _lcra.Gate = _gate.Task;
        FakeTimeProvider clock = new(TestReports.Morning);
        _cache = new HydrometCache(new HydrometClient(_http, new HydrometClientOptions { BaseAddress = _lcra.Address }, clock), new HydrometCacheOptions(), clock);
    }

    [Fact]
    public async Task Two_hundred_callers_cause_one_download_of_each_feed()
    {
        Task<RainfallReport>[] callers = [.. Enumerable.Range(0, 200).Select(_ => Task.Run(() => _cache.GetRainfallAsync().AsTask()))];
        _gate.SetResult();
        RainfallReport[] reports = await Task.WhenAll(callers);

        Assert.Single(reports.Distinct());
        Assert.Equal(
            ["api/GetDataForAllSites 1", "media/Rain5Day.csv 1", "media/RainMonthYear.csv 1", "media/Rainfall.csv 1"],
            _lcra.Downloads.Select(path => $"{path.Key} {path.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_goes_away_does_not_take_the_refresh_along()
    {
        using CancellationTokenSource impatience = new();
        Task<RainfallReport> impatient = _cache.GetRainfallAsync(impatience.Token).AsTask();
        Task<RainfallReport> patient = _cache.GetRainfallAsync().AsTask();

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.False(patient.IsCompleted);
        _gate.SetResult();

        Assert.Equal(2.81m, (await patient).Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(4, _lcra.Downloads.Values.Sum());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _cache.Dispose();
        _http.Dispose();
        await _lcra.DisposeAsync();
    }
}
