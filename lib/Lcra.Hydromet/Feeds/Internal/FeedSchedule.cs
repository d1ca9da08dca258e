using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>
/// When to request one feed. Each cycle is expected to have a new report: the feed is first requested at the lag at which it came last, and
/// again after 1, 2 and then every 4 minutes while the report is still old. Failures are retried after 1, 2, 4 and 8 minutes, or when LCRA says.
/// </summary>
/// <param name="earliest">The first request of a cycle before a lag is learned, as time after the quarter of an hour.</param>
/// <param name="interval">A fixed interval between requests; null to follow the reports.</param>
internal sealed class FeedSchedule(TimeSpan earliest, TimeSpan? interval = null)
{
    private const int MaxRequestsAnHour = 9;
    private const int MaxRequestsToProbe = 5;
    private const int MaxFailureDoublings = 3;
    private const int MaxOldDoublings = 2;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxLateness = TimeSpan.FromMinutes(2);
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _requests = new();
    private bool _isRequested;
    private int _failures;
    private DateTimeOffset? _stamp;
    private DateTimeOffset _expected;
    private DateTimeOffset _lastOld;
    private DateTimeOffset _lastNew;
    private int _old;
    private bool _isStuck;

    /// <summary>Gets when to request the feed; the minimum value before the first request.</summary>
    public DateTimeOffset Next { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Notes that the feed is requested, in any case or only if it is due.</summary>
    /// <returns>Whether to request it.</returns>
    public bool Begin(DateTimeOffset now, bool force = false)
    {
        lock (_lock)
        {
            FollowClock(now);
            bool due = force || now >= Next;
            _isRequested |= due;
            return due;
        }
    }

    /// <summary>Notes what the request gave; does nothing when none was made.</summary>
    public void End(FeedStatus status, DateTimeOffset now)
    {
        if (status.Failure is { } failure)
        {
            Fail(failure.RetryAfter, now, failure.Kind == HydrometFailureKind.Incomplete);
            return;
        }

        lock (_lock)
        {
            if (Count(now))
            {
                _failures = 0;
                Next = After(now, interval is { } fixedInterval ? now + fixedInterval : WithinLimit(Learn(status.ReportedAt, now)));
            }
        }
    }

    /// <summary>Notes that the request failed; does nothing when none was made.</summary>
    /// <param name="retryAfter">The delay that LCRA asked for; null without one.</param>
    /// <param name="now">The current time.</param>
    /// <param name="isIncomplete">Whether the feed came, but incomplete: the next request, a minute later, shows whether it stays so.</param>
    public void Fail(TimeSpan? retryAfter, DateTimeOffset now, bool isIncomplete = false)
    {
        lock (_lock)
        {
            if (Count(now))
            {
                _failures = isIncomplete ? 0 : _failures;
                TimeSpan delay = FirstDelay * Math.Pow(2, Math.Min(_failures++, MaxFailureDoublings));
                TimeSpan untilExpected = (_expected > now ? _expected : CycleOf(now) + ReportCycle.Length) - now;
                delay = delay < untilExpected ? delay : untilExpected;
                delay = retryAfter > delay ? TimeSpan.FromTicks(Math.Min(retryAfter.Value.Ticks, ReportCycle.Length.Ticks)) : delay;
                Next = After(now, interval is { } fixedInterval ? now + fixedInterval : WithinLimit(now + delay));
            }
        }
    }

    // When the clock was set back, the requests before are moved by as much and the cycles start anew.
    private void FollowClock(DateTimeOffset now)
    {
        if (_requests.LastOrDefault() is var last && ReportCycle.IsSetBack(now, last))
        {
            for (int i = _requests.Count; i > 0; i--)
            {
                _requests.Enqueue(_requests.Dequeue() - (last - now));
            }

            _stamp = null;
            _expected = now;
            Next = now;
        }
    }

    private bool Count(DateTimeOffset now)
    {
        FollowClock(now);
        bool requested = _isRequested;
        _isRequested = false;
        if (requested)
        {
            _requests.Enqueue(now);
            if (_requests.Count > MaxRequestsAnHour)
            {
                _requests.Dequeue();
            }
        }

        return requested;
    }

    private DateTimeOffset Learn(DateTimeOffset? stamp, DateTimeOffset now)
    {
        if (_stamp is not { } known || (stamp < known && known > now + ReportCycle.ClockSkew))
        {
            Start(stamp, now);
            known = stamp ?? DateTimeOffset.MinValue;
        }

        _stamp = stamp > known ? stamp : known;
        if (now < _expected)
        {
            return _expected;
        }

        TimeSpan missed = CycleLengths(now - _expected);
        if (stamp > known + (_old > 0 ? TimeSpan.Zero : missed))
        {
            _expected = Later(Published(now, missed, known, stamp.Value) + ReportCycle.Length, now);
            _lastNew = now;
            _old = 0;
            _isStuck = false;
            return _expected;
        }

        // A feed that had no new report in a whole cycle is requested once a cycle, until it has one.
        _isStuck |= missed > TimeSpan.Zero && _old > 0;
        _expected += missed;
        if (_isStuck)
        {
            _old = 0;
            return _expected += ReportCycle.Length;
        }

        _lastOld = now;
        TimeSpan untilSeenBefore = _lastNew + ReportCycle.Length - now;
        DateTimeOffset again = now + (untilSeenBefore >= FirstDelay && untilSeenBefore <= MaxLateness ? untilSeenBefore
            : FirstDelay * Math.Pow(2, Math.Min(_old, MaxOldDoublings)));
        _old++;
        return again < _expected + ReportCycle.Length ? again : _expected + ReportCycle.Length;
    }

    // Whether the first report is the current one is told by its stamp alone, later ones by what they add to it.
    private void Start(DateTimeOffset? stamp, DateTimeOffset now)
    {
        DateTimeOffset cycle = CycleOf(now);
        DateTimeOffset quarter = cycle - earliest;
        bool isPrevious = stamp <= quarter - ReportCycle.Length && stamp > quarter - (2 * ReportCycle.Length);
        bool isNext = stamp >= quarter + ReportCycle.Length && stamp <= now + ReportCycle.ClockSkew;
        _expected = isPrevious ? cycle : isNext ? cycle + (2 * ReportCycle.Length) : cycle + ReportCycle.Length;
        _isStuck = !(stamp > quarter - (2 * ReportCycle.Length));
        _old = 0;
    }

    // After an old report, the new one came between that request and this one, or the one after it did a cycle later. Else it may come sooner than
    // it did, so the next request is a little earlier, unless the report of a later cycle is here: the one after that comes within a cycle of now.
    private DateTimeOffset Published(DateTimeOffset now, TimeSpan missed, DateTimeOffset known, DateTimeOffset stamp)
    {
        TimeSpan ahead = CycleLengths(stamp - known) is var progress && progress > ReportCycle.Length ? progress - ReportCycle.Length : TimeSpan.Zero;
        if (_old > 0)
        {
            return now - _lastOld < MaxLateness + ahead ? now : _lastOld + MaxLateness + ahead;
        }

        bool isOfEarlierCycle = stamp < CycleOf(_expected) - earliest;
        bool isEarlierPossible = now - _expected < FirstDelay && (isOfEarlierCycle || ReportCycle.Since(_expected, earliest) >= FirstDelay)
            && _requests.Count(request => request > now - Hour) <= MaxRequestsToProbe;
        return ahead > missed ? now : isEarlierPossible ? _expected - FirstDelay : _expected + missed;
    }

    private DateTimeOffset CycleOf(DateTimeOffset now) => now - ReportCycle.Since(now, earliest);

    // No bug of this schedule makes requests without a pause.
    private static DateTimeOffset After(DateTimeOffset now, DateTimeOffset next) => next > now ? next : now + FirstDelay;

    private static DateTimeOffset Later(DateTimeOffset expected, DateTimeOffset now) =>
        expected > now ? expected : expected + CycleLengths(now - expected) + ReportCycle.Length;

    private static TimeSpan CycleLengths(TimeSpan time) => ReportCycle.Length * Math.Floor(time / ReportCycle.Length);

    private DateTimeOffset WithinLimit(DateTimeOffset next) =>
        _requests.Count == MaxRequestsAnHour && _requests.Peek() + Hour > next ? _requests.Peek() + Hour : next;
}
