using System.Globalization;
using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Tests.Caching;

/// <summary>Hours of failures, latencies, late, old and future reports and clocks that are set, then hours in which all is well. A failure names its seed.</summary>
public class GeneratedScheduleTests
{
    private static readonly int Runs = SeededRuns.Setting("HYDROMET_SCHEDULES", 400);
    private static readonly int FirstSeed = SeededRuns.Setting("HYDROMET_SEED", 1);

    [Fact]
    public void Whatever_lcra_does_requests_are_limited_and_reports_are_followed_again_afterwards() => SeededRuns.ForEach(FirstSeed, Runs, seed =>
    {
        Network network = new(new RandomSource(seed));
        network.Run(isHealthy: false);
        network.Run(isHealthy: true);
    });

    private sealed class Feed(HydrometFeed name, FeedSchedule schedule)
    {
        public HydrometFeed Name => name;

        public FeedSchedule Schedule => schedule;

        public List<DateTimeOffset> Requests { get; } = [];

        public TimeSpan Lag { get; set; }

        public string Fault { get; set; } = "";

        public FeedStatus Last { get; set; } = new() { Feed = name };
    }

    private sealed class Network
    {
        private static readonly HydrometFeed[] Names = [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites];
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
        private static readonly string[] Faults = ["", "", "", "status", "wait", "incomplete", "old", "future"];
        private readonly RandomSource _chance;
        private readonly Feed[] _feeds;
        private readonly (ReportSchedule Schedule, Feed[] Feeds)[] _entries;
        private readonly DateTimeOffset[] _next = new DateTimeOffset[2];
        private readonly DateTimeOffset?[] _ended = new DateTimeOffset?[2];
        private readonly bool _isClockSet;
        private readonly int _maxLatency;
        private DateTimeOffset _now;
        private TimeSpan _clockError;
        private (DateTimeOffset From, DateTimeOffset To) _stall;

        public Network(RandomSource chance)
        {
            _chance = chance;
            _isClockSet = chance.OneIn(3);
            _maxLatency = chance.Next(30);
            _now = TestReports.Morning.AddSeconds(chance.Next(86_400));
            HydrometCacheOptions options = new() { RefreshJitter = Seconds(0, 121) };
            double phase = chance.Next(1001) / 1000.0;
            _feeds = [.. Names.Select(name => new Feed(name, ReportSchedule.Of(options, phase)))];
            (HydrometFeed, FeedSchedule)[] own = [.. _feeds.Select(feed => (feed.Name, feed.Schedule))];
            _entries = [(new ReportSchedule(own[3..]), _feeds[3..]), (new ReportSchedule(own[..3], own[3].Item2), _feeds[..3])];
        }

        private DateTimeOffset Clock => _now + _clockError;

        // A feed can become due while two entries are downloaded.
        private TimeSpan MaxDelay => TimeSpan.FromSeconds(1 + (2 * _maxLatency));

        public void Run(bool isHealthy)
        {
            DateTimeOffset from = _now;
            DateTimeOffset until = _now + (isHealthy ? 7 * Hour : Seconds(60, 36_000));
            _stall = !isHealthy && _chance.OneIn(2) ? (from + Seconds(0, 7200), until) : default;
            _clockError = isHealthy ? TimeSpan.Zero : _clockError;
            Array.ForEach(_feeds, feed => (feed.Fault, feed.Lag) = ("", Seconds(120, isHealthy ? 480 : 1000)));
            while (_now < until)
            {
                if (!isHealthy && _chance.OneIn(3))
                {
                    Disturb();
                }

                TimeSpan wait = new[] { Next(0), Next(1) }.Min() - Clock;
                _now += wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
                Refresh(0);
                Refresh(1);
                Check(isHealthy ? _now - from : TimeSpan.Zero);
            }
        }

        private void Disturb()
        {
            Array.ForEach(_feeds, feed => feed.Fault = _chance.Pick(Faults));
            _chance.Pick(_feeds).Lag = Seconds(120, 1000);
            if (_isClockSet && _chance.OneIn(5))
            {
                _clockError += _chance.Pick([Hour, -Hour, -24 * Hour, Seconds(-600, 600)]);
            }
        }

        private void Refresh(int entry)
        {
            if (Clock < Next(entry))
            {
                return;
            }

            (ReportSchedule schedule, Feed[] feeds) = _entries[entry];
            Assert.DoesNotContain(feeds, feed => Clock - feed.Schedule.Next > MaxDelay && feed.Requests.Count > 0 && !_isClockSet);
            Feed[] due = [.. feeds.Where(feed => schedule.Begin(feed.Name, Clock, force: entry == 0))];
            Array.ForEach(due, feed => feed.Requests.Add(_now));
            _now += Seconds(0, _maxLatency + 1);
            Array.ForEach(due, feed => feed.Last = Respond(feed));
            FeedStatus[] statuses = [.. feeds.Select(feed => feed.Last)];
            _ended[entry] = Clock;
            _next[entry] = schedule.Next(Clock, statuses, statuses.Select(status => status.Failure).FirstOrDefault(failure => failure is not null), failures: 0);
        }

        private DateTimeOffset Next(int entry) => ReportCycle.IsSetBack(Clock, _ended[entry]) ? DateTimeOffset.MinValue : _next[entry];

        private FeedStatus Respond(Feed feed) => feed.Fault switch
        {
            "status" => feed.Last with { Failure = new HydrometException("down") },
            "wait" => feed.Last with { Failure = new HydrometException("too many") { RetryAfter = Seconds(1, 3000) } },
            "incomplete" => feed.Last with { Failure = new HydrometException("cut") { Kind = HydrometFailureKind.Incomplete } },
            "old" => feed.Last with { Failure = null },
            "future" => new FeedStatus { Feed = feed.Name, ReportedAt = Newest(feed).AddDays(40) },
            _ => new FeedStatus { Feed = feed.Name, ReportedAt = Newest(feed) },
        };

        private DateTimeOffset Newest(Feed feed)
        {
            DateTimeOffset stamp = Quarter(_now - feed.Lag);
            return stamp >= _stall.From && stamp < _stall.To ? Quarter(_stall.From) : stamp;
        }

        private void Check(TimeSpan healthyFor)
        {
            Assert.All(_next, next => Assert.InRange(next, Clock.AddSeconds(-_maxLatency), Clock + Hour));
            foreach (Feed feed in _feeds)
            {
                TimeSpan late = feed.Last.ReportedAt == Newest(feed) ? TimeSpan.Zero : _now - feed.Lag - Newest(feed);
                bool isFollowed = feed.Last is { Failure: null, ReportedAt: { } reported } && reported >= Newest(feed) - ReportCycle.Length;
                string? fault = feed.Requests.Count >= 10 && feed.Requests[^1] - feed.Requests[^10] < Hour && !_isClockSet ? "is requested ten times in an hour"
                    : healthyFor > 1.25 * Hour && !isFollowed ? "is two reports behind"
                    : healthyFor > 5 * Hour && late > TimeSpan.FromMinutes(2) + MaxDelay ? "has a new report that is not requested"
                    : null;
                if (fault is not null)
                {
                    Assert.Fail($"{feed.Name} {fault} at {_now:HH:mm:ss}, {healthyFor} after the last failure; requests {string.Join(' ', feed.Requests.TakeLast(12).Select(time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)))}");
                }
            }
        }

        private static DateTimeOffset Quarter(DateTimeOffset time) => time - ReportCycle.Since(time, TimeSpan.Zero);

        private TimeSpan Seconds(int first, int last) => TimeSpan.FromSeconds(first + _chance.Next(last - first));
    }
}
