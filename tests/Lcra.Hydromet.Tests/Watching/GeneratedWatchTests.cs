using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Watching;

/// <summary>
/// Half a day of rain with reports that fail, come again or go back in time, gauges that fall silent, clocks that are set and a reader that is slow; then two hours in
/// which all is well. A failure names its seed.
/// </summary>
public class GeneratedWatchTests
{
    private static readonly int Runs = SeededRuns.Setting("HYDROMET_WATCHES", 40);
    private static readonly int FirstSeed = SeededRuns.Setting("HYDROMET_SEED", 1);

    [Fact]
    public Task Whatever_reports_come_each_change_is_told_once_and_in_order() => SeededRuns.ForEachAsync(FirstSeed, Runs, async seed =>
    {
        await using Watch watch = new(new RandomSource(seed));
        await watch.RunAsync(isHealthy: false);
        await watch.RunAsync(isHealthy: true);
        await watch.CancelAsync();
    });

    private sealed class Watch : IAsyncDisposable
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
        private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
        private static readonly (int Month, int Day)[] Days = [(3, 7), (3, 8), (10, 2), (10, 31), (11, 1)];
        private static readonly string[] Faults = ["", "", "", "", "down", "feed", "old", "repeated"];
        private static readonly RainfallThreshold[] Thresholds = [.. SimulatedReports.Gauges.Select(gauge => new RainfallThreshold(gauge, RainfallPeriod.TwentyFourHours, 1.00m, 0.80m))];

        private readonly RandomSource _chance;
        private readonly SimulatedClock _clock;
        private readonly SimulatedReports _reports;
        private readonly ExpectedChanges _expected = new(Thresholds);
        private readonly CancellationTokenSource _stop = new();
        private readonly IAsyncEnumerator<RainfallChange> _changes;
        private readonly bool _isClockSet;
        private readonly List<string> _told = [];
        private readonly List<TimeSpan> _polls = [default];
        private List<string> _due = [];
        private RainfallReport? _last;
        private string _fault = "";
        private bool _isHealthy;
        private TimeSpan _slow;

        public Watch(RandomSource chance)
        {
            _chance = chance;
            _isClockSet = chance.OneIn(3);

            // By a clock that is wrong, the hour that comes twice is read wrong.
            (int month, int day) = chance.Pick(_isClockSet ? Days[..3] : Days);
            _clock = new SimulatedClock(CentralTime.StartOfDay(new DateOnly(2026, month, day)).AddMinutes(chance.Next(1440)));
            _reports = new SimulatedReports(chance, _clock.Now.AddDays(-2));
            HydrometWatcher watcher = new(_ => SendAsync(), new HydrometWatcherOptions { Thresholds = Thresholds }, _clock, chance.Next(1001) / 1000.0);
            _changes = watcher.WatchAsync(_stop.Token).GetAsyncEnumerator(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await _changes.DisposeAsync();
            _stop.Dispose();
        }

        public async Task RunAsync(bool isHealthy)
        {
            DateTimeOffset until = _clock.Now + (isHealthy ? 2 * Hour : 12 * Hour);
            (_isHealthy, _clock.Error) = (isHealthy, isHealthy ? TimeSpan.Zero : _clock.Error);
            while (_clock.Now < until)
            {
                ValueTask<bool> next = _changes.MoveNextAsync();
                while (!next.IsCompleted)
                {
                    SetClock();
                    _clock.GoOn();
                }

                Assert.True(await next);
                _told.Add(ExpectedChanges.TextOf(_changes.Current));
                ReadSlowly();
            }
        }

        /// <summary>Cancels the watch at any point: nothing is told after it.</summary>
        public async Task CancelAsync()
        {
            ValueTask<bool> next = _chance.OneIn(2) ? _changes.MoveNextAsync() : default;
            bool isWaiting = !next.IsCompleted;
            await _stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await (isWaiting ? next : _changes.MoveNextAsync()));
        }

        private async ValueTask<RainfallReport> SendAsync()
        {
            Assert.True(_told.SequenceEqual(_due), $"Before {_clock.Now:yyyy-MM-dd HH:mm:ss}, by a clock {_clock.Error} ahead, it told of {_fault} {_last?.Feeds[0]} [{string.Join(", ", _told)}] instead of [{string.Join(", ", _due)}].");
            Assert.True(_clock.Elapsed - _polls[^1] <= (_slow > Hour ? _slow : Hour) + Minute, $"It polls after {_clock.Elapsed - _polls[^1]}, of which its reader took {_slow}.");
            Assert.True(_isClockSet || _polls.Count < 10 || _clock.Elapsed - _polls[^9] >= Hour, "It polls ten times in an hour.");
            _told.Clear();
            _slow = default;
            _polls.Add(_clock.Elapsed);
            _clock.Pass(TimeSpan.FromSeconds(_chance.Next(20)));
            _fault = _isHealthy ? "" : _chance.Pick(Faults);
            if (_fault is "down" or "feed")
            {
                HydrometException failure = new("down") { Feed = _fault == "feed" ? HydrometFeed.Rainfall : null };
                _due = _expected.Fail(failure.Feed);
                throw failure;
            }

            DateTimeOffset time = _clock.Now - (_fault == "old" ? TimeSpan.FromMinutes(_chance.Next(120)) : default);
            time = CentralTime.IsRepeated(CentralTime.At(time).DateTime) ? _clock.Now : time;
            _last = _fault == "repeated" && _last is not null ? _last : await _reports.AtAsync(time, _clock.GetUtcNow());
            _due = _expected.Of(_last, _clock.GetUtcNow());
            return _last;
        }

        private void SetClock()
        {
            if (_isClockSet && !_isHealthy && _chance.OneIn(8))
            {
                _clock.Error = _chance.Pick([Hour, -Hour, -24 * Hour, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(_chance.Next(1200) - 600)]);
            }
        }

        private void ReadSlowly()
        {
            if (!_isHealthy && _chance.OneIn(6))
            {
                TimeSpan time = _chance.Next(90) * Minute;
                _slow += time;
                _clock.Pass(time);
                SetClock();
            }
        }
    }
}
