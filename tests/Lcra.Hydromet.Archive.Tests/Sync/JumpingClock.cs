namespace Lcra.Hydromet.Archive.Tests.Sync;

/// <summary>A clock that stands still while anybody works: it jumps to the end of the next wait when all wait, or the others are gone.</summary>
/// <param name="start">The time at the beginning.</param>
/// <param name="waiting">How many wait at once.</param>
internal sealed class JumpingClock(DateTimeOffset start, int waiting) : TimeProvider
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Wait, DateTimeOffset> _waits = new();
    private DateTimeOffset _now = start;
    private int _turn;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now.ToUniversalTime();
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Wait wait = new(() => callback(state));
        lock (_lock)
        {
            _waits.Enqueue(wait, _now + dueTime);
            if (_waits.Count >= waiting)
            {
                Jump();
            }

            Watch();
        }

        return wait;
    }

    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    // Who is gone does not wait.
    private void Watch()
    {
        int turn = _turn;
        _ = Task.Delay(Quiet, System).ContinueWith(_ => JumpIfStill(turn), TaskScheduler.Default);
    }

    private void JumpIfStill(int turn)
    {
        lock (_lock)
        {
            if (turn == _turn && _waits.Count > 0)
            {
                Jump();
                Watch();
            }
        }
    }

    private void Jump()
    {
        _turn++;
        if (_waits.TryDequeue(out Wait? next, out DateTimeOffset due))
        {
            _now = due > _now ? due : _now;
            ThreadPool.QueueUserWorkItem(_ => next.Fire());
        }
    }

    private sealed class Wait(Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
