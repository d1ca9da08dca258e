using System.Collections.Concurrent;
using System.Globalization;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.Archive.Tests.Support;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests.Sync;

/// <summary>
/// Processes that fill one archive, are killed and begin again, while LCRA fails and refuses and the clock is set; then one sync when all is well. A failure names its seed.
/// </summary>
public class GeneratedSyncTests
{
    private static readonly int Runs = SeededRuns.Setting("HYDROMET_SYNCS", 20);
    private static readonly int FirstSeed = SeededRuns.Setting("HYDROMET_SEED", 1);
    private static readonly ConcurrentBag<HydrometArchive> Archives = [];

    [Fact]
    public Task Whatever_happens_requests_are_polite_no_wait_is_without_a_cause_and_the_archive_is_filled() => SeededRuns.ForEachAsync(FirstSeed, Runs, async seed =>
    {
        HydrometArchive archive = Archives.TryTake(out HydrometArchive? used) ? used : await HydrometArchive.OpenAsync(new ArchiveOptions { ConnectionString = "Data Source=:memory:" });
        ((SqliteStore)archive.Store).IsWrittenInline = true;
        await archive.Store.WriteAsync((session, token) => session.ExecuteAsync("DELETE FROM sync_lease", token), CancellationToken.None);
        await archive.Store.WriteAsync((session, token) => session.ExecuteAsync("UPDATE sync_state SET next_at = 0, budget_day = 0, budget_used = 0, paused_until = NULL, is_blocked = 0", token), CancellationToken.None);
        await new World(new RandomSource(seed), archive, seed).RunAsync();
        Archives.Add(archive);
    });

    private sealed class World
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
        private readonly RandomSource _chance;
        private readonly HydrometArchive _archive;
        private readonly SimulatedClock _clock;
        private readonly SimulatedHistories _lcra;
        private readonly ArchiveSyncOptions _options;
        private readonly SiteId[] _sites;
        private readonly DateOnly _from;
        private readonly bool _isClockSet;
        private ArchiveSyncOutcome? _outcome;
        private readonly List<(SimulatedProcess Process, Task Run, Func<bool> IsDone)> _running = [];

        public World(RandomSource chance, HydrometArchive archive, ulong seed)
        {
            _chance = chance;
            _archive = archive;
            _isClockSet = chance.OneIn(2);
            _clock = new SimulatedClock(Recorded.Now.AddDays(chance.Next(60)).AddMinutes(chance.Next(1440)));
            _options = new ArchiveSyncOptions { DailyBudget = chance.OneIn(3) ? 8 + chance.Next(10) : 5_000 };
            _lcra = new SimulatedHistories(chance, _clock, _options.DailyBudget);
            _sites = [.. Enumerable.Range(0, 1 + chance.Next(3)).Select(number => new SiteId("LCRA", ((10 * seed) + (ulong)number).ToString(CultureInfo.InvariantCulture)))];
            _from = CentralTime.DayOf(_clock.Now).AddDays(-30 - chance.Next(900));
        }

        public async Task RunAsync()
        {
            for (int processes = 2 + _chance.Next(5); processes > 0 || _running.Count > 0;)
            {
                if (processes > 0 && _running.Count < 2)
                {
                    processes--;
                    Begin(_chance.OneIn(3));
                }

                Disturb();
                await GoOnAsync();
            }

            // What the budget of a day does not allow is requested on the next.
            _lcra.IsHealthy = true;
            _lcra.SetClock(TimeSpan.Zero);
            for (int days = 0; _outcome != ArchiveSyncOutcome.Completed; days++)
            {
                Assert.True(days < 5, $"The archive is not filled: {_outcome}.");
                _clock.Pass(50 * Hour);
                _lcra.Active(isRest: true);
                Begin(isFiller: false);
                while (_running.Count > 0)
                {
                    await GoOnAsync();
                }
            }
        }

        private void Begin(bool isFiller)
        {
            SimulatedProcess process = new(_clock, _lcra);
            if (!isFiller)
            {
                _running.Add((process, SyncAsync(process), () => false));
                return;
            }

            _lcra.PauseOfHost = TimeSpan.FromMinutes(15);
            ArchiveFiller filler = new(_archive, process.Client(), _options, timeProvider: process);

            // The newest days are requested again whenever somebody asks for them.
            Array.ForEach(_sites, site => filler.Enqueue(site, HistoryParameter.RainDaily, _from, _from.AddDays(_chance.Next(10))));
            _running.Add((process, FillAsync(filler, process), () => filler.Count == 0));
        }

        private async Task SyncAsync(SimulatedProcess process)
        {
            using HydrometClient client = process.Client();
            ArchiveSyncResult result = await new ArchiveSync(_archive, client, _options, process).RunAsync(_sites.Reverse(), [HistoryParameter.RainDaily], _from, cancellationToken: process.Stopping);
            _outcome = _lcra.IsHealthy ? result.Outcome : null;
            if (result is { Outcome: ArchiveSyncOutcome.Completed, FailedWindows: 0 })
            {
                foreach (SiteId site in _sites)
                {
                    Assert.True((await _archive.GetCoverageAsync(site, HistoryParameter.RainDaily, _from, CentralTime.DayOf(_clock.GetUtcNow()).AddDays(-1))).IsComplete || _isClockSet, "A window was not requested.");
                }
            }
        }

        private static async Task FillAsync(ArchiveFiller filler, SimulatedProcess process)
        {
            using (filler)
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filler.RunAsync(process.Stopping));
            }
        }

        private void Disturb()
        {
            if (_isClockSet && _chance.OneIn(20))
            {
                _lcra.SetClock(_chance.Pick([Hour, -Hour, -24 * Hour, 24 * Hour, TimeSpan.Zero, TimeSpan.FromMilliseconds(_chance.Next(20_000) - 10_000)]));
            }

            if (_running.Count > 0 && _chance.OneIn(60))
            {
                int killed = _chance.Next(_running.Count);
                _running[killed].Process.Kill();
                _running.RemoveAt(killed);
            }
        }

        private async Task GoOnAsync()
        {
            foreach ((SimulatedProcess process, Task run, Func<bool> isDone) in _running.ToArray())
            {
                if (!process.IsKilled && (run.IsCompleted || isDone()))
                {
                    process.Stop();
                    await run;
                    _lcra.Active();
                    _running.RemoveAll(known => known.Process == process);
                }
            }

            Assert.True(_lcra.Fault is null, _lcra.Fault);
            if (_running.Count > 0)
            {
                _clock.GoOn();
            }
        }
    }
}
