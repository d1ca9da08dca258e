using System.Net;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.Archive.Tests.Support;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests.Sync;

[Collection(SharedStores.Name)]
public sealed class FillerTests(ArchiveStores stores) : IDisposable
{
    private static readonly DateOnly June = new(2007, 6, 1);

    private readonly JumpingClock _clock = new(Recorded.Now, waiting: 1);
    private readonly CancellationTokenSource _stop = new();
    private RecordedServer? _lcra;

    private RecordedServer Lcra => _lcra ??= new RecordedServer(_clock);

    [Fact]
    public async Task Any_number_of_visitors_cause_one_request_a_second()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        using HydrometClient client = Lcra.Client();
        using ArchiveFiller filler = new(archive, client, timeProvider: _clock);
        Lcra.Failing = (_, _) => StopWhen(_clock.GetUtcNow() >= Recorded.Now.AddSeconds(12));

        Parallel.For(0, 2_000, i => filler.Enqueue(SiteId.Parse(FormattableString.Invariant($"{1_000 + (i % 400)}")), HistoryParameter.RainDaily, June.AddDays(-i), June));

        Assert.Equal(500, filler.Count);
        await RunAsync(filler);
        Assert.InRange(Lcra.Requests.Count, 10, 14);
        Assert.Equal(1, Lcra.MaxAtOnce);
    }

    [Fact]
    public async Task Sites_take_turns()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        using HydrometClient client = Lcra.Client();
        using ArchiveFiller filler = new(archive, client, timeProvider: _clock);
        Lcra.Failing = (number, _) => StopWhen(number >= 6);
        filler.Enqueue(Recorded.MarbleFalls, HistoryParameter.RainDaily, new DateOnly(1991, 12, 1), Recorded.Today);
        filler.Enqueue(Recorded.Hamilton, HistoryParameter.RainDaily, June, June.AddDays(29));

        await RunAsync(filler);

        Assert.EndsWith("/3018/rainDaily/6-1-2007/6-30-2007", Lcra.Windows[1], StringComparison.Ordinal);
        Assert.Equal(1, Lcra.Windows.Count(path => path.Contains("/3018/", StringComparison.Ordinal)));
        Assert.Equal(1, filler.Count);
        Assert.Equal(30, await archive.GetDailyRainfallAsync(Recorded.Hamilton, June, June.AddDays(29)).CountAsync());
    }

    [Fact]
    public async Task Days_that_wait_already_are_not_queued_twice_and_a_site_has_a_part_of_the_queue()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        using HydrometClient client = Lcra.Client();
        using ArchiveFiller filler = new(archive, client, capacity: 5, timeProvider: _clock);

        ArchiveFillQueued[] results =
        [
            Ask(Recorded.Hamilton, 30), Ask(Recorded.Hamilton, 10), Ask(Recorded.Hamilton, 31), Ask(Recorded.Hamilton, 32), Ask(Recorded.Hamilton, 33), Ask(Recorded.Hamilton, 34),
            Ask(Recorded.MarbleFalls, 1), Ask(SiteId.Parse("2268"), 1),
        ];

        Assert.Equal(
            [
                ArchiveFillQueued.Queued, ArchiveFillQueued.AlreadyQueued, ArchiveFillQueued.Queued, ArchiveFillQueued.Queued, ArchiveFillQueued.Queued, ArchiveFillQueued.Full,
                ArchiveFillQueued.Queued, ArchiveFillQueued.Full,
            ],
            results);
        Assert.Throws<ArgumentException>(() => filler.Enqueue(SiteId.Parse("COA:950"), HistoryParameter.RainDaily, June, June));
        Assert.Empty(Lcra.Requests);

        ArchiveFillQueued Ask(SiteId site, int days) => filler.Enqueue(site, HistoryParameter.RainDaily, June, June.AddDays(days - 1));
    }

    [Fact]
    public async Task Days_of_the_archive_cost_no_request_and_an_unknown_gauge_three()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        await Recorded.FillDailyAsync(archive, Recorded.Hamilton, new DateOnly(2007, 1, 1));
        using HydrometClient client = Lcra.Client();
        using ArchiveFiller filler = new(archive, client, timeProvider: _clock);
        Lcra.Failing = (_, path) => path.Contains("/9999/", StringComparison.Ordinal) ? RecordedServer.Status(HttpStatusCode.NotFound) : StopWhen(path.Contains("/2268/", StringComparison.Ordinal));
        filler.Enqueue(Recorded.Hamilton, HistoryParameter.RainDaily, June, June.AddDays(29));
        filler.Enqueue(SiteId.Parse("9999"), HistoryParameter.RainDaily, new DateOnly(1991, 12, 1), Recorded.Today);
#pragma warning disable CA2025 // It is awaited below.
        Task run = RunAsync(filler);
#pragma warning restore CA2025
        await WaitAsync(() => filler.Count == 0);
        filler.Enqueue(SiteId.Parse("2268"), HistoryParameter.RainDaily, new DateOnly(2026, 7, 1), Recorded.Today);

        await run;

        Assert.Equal(4, Lcra.Requests.Count);
        Assert.DoesNotContain(Lcra.Windows, path => path.Contains("/3018/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_is_down_is_asked_more_and_more_seldom_and_at_the_pace_again_when_it_is_back()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        using HydrometClient client = Lcra.Client();
        using ArchiveFiller filler = new(archive, client, timeProvider: _clock);
        DateTimeOffset back = Recorded.Now.AddHours(3);
        Lcra.Failing = (number, _) => _clock.GetUtcNow() < back ? StopWhen(number > 100) ?? RecordedServer.Status(HttpStatusCode.BadGateway) : StopWhen(Lcra.Requests.Count(request => request.At >= back) >= 3);
        for (int number = 0; number < 40; number++)
        {
            filler.Enqueue(SiteId.Parse(FormattableString.Invariant($"{1_000 + number}")), HistoryParameter.RainDaily, June, June);
        }

        await RunAsync(filler);

        DateTimeOffset[] down = [.. Lcra.Requests.Select(request => request.At).Where(at => at < back)];
        TimeSpan[] waits = [.. down.Zip(down.Skip(1), (before, after) => after - before)];
        Assert.InRange(down.Length, 15, 25);
        Assert.InRange(waits[0], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        Assert.InRange(waits.Max(), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));
        DateTimeOffset[] up = [.. Lcra.Requests.Select(request => request.At).Where(at => at >= back)];
        Assert.True(up[2] - up[1] < TimeSpan.FromSeconds(5), $"{up[2] - up[1]}");
    }

    [Fact]
    public async Task A_visitor_has_a_turn_while_a_long_sync_runs()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        ((SqliteStore)archive.Store).IsWrittenInline = true;
        SimulatedClock clock = new(Recorded.Now);
        SimulatedHistories lcra = new(new RandomSource(1), clock, budget: 5_000) { IsHealthy = true };
        SimulatedProcess sync = new(clock, lcra);
        SimulatedProcess site = new(clock, lcra);
        using ArchiveFiller filler = new(archive, site.Client(), timeProvider: site);
        filler.Enqueue(Recorded.MarbleFalls, HistoryParameter.RainDaily, June, June);

        // Without xunit's context, each step is over when its wait is.
        Task run = await Task.Run(() =>
        {
            _ = new ArchiveSync(archive, sync.Client(), timeProvider: sync).RunAsync([Recorded.Hamilton, SiteId.Parse("2432")], [HistoryParameter.RainDaily], new DateOnly(1995, 1, 1));
            Task filling = filler.RunAsync(site.Stopping);
            while (filler.Count > 0)
            {
                clock.GoOn();
            }

            return Task.FromResult(filling);
        });
        site.Stop();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Null(lcra.Fault);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(45));
    }

    public void Dispose()
    {
        _lcra?.Dispose();
        _stop.Dispose();
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private HttpResponseMessage? StopWhen(bool isEnough)
    {
        if (isEnough)
        {
            _stop.Cancel();
        }

        return null;
    }

    private Task<OperationCanceledException> RunAsync(ArchiveFiller filler) => Assert.ThrowsAnyAsync<OperationCanceledException>(() => filler.RunAsync(_stop.Token));
}
