namespace Lcra.Hydromet.Tests.Support;

/// <summary>The clock of a simulation in one thread: it stands still until it goes on to the end of the next wait. It can be set, which no wait follows.</summary>
/// <param name="start">The time at the beginning.</param>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<Wait, (TimeSpan Due, int Number)> _waits = new();
    private int _number;

    /// <summary>Gets the time that has passed, however the clock was set.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Gets or sets how far the clock is ahead of the true time.</summary>
    public TimeSpan Error { get; set; }

    /// <summary>Gets the true time.</summary>
    public DateTimeOffset Now => start + Elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => (Now + Error).ToUniversalTime();

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Wait wait = new(() => callback(state));
        _waits.Enqueue(wait, (Elapsed + dueTime, _number++));
        return wait;
    }

    /// <summary>Lets time pass in which nobody waits.</summary>
    public void Pass(TimeSpan time) => Elapsed += time;

    /// <summary>Goes on to the end of the next wait, and runs what waits for it.</summary>
    public void GoOn()
    {
        Wait? next;
        (TimeSpan Due, int Number) end;
        do
        {
            Assert.True(_waits.TryDequeue(out next, out end), "Nobody waits any more, and something has not ended.");
        }
        while (next.IsOver);

        Elapsed = end.Due > Elapsed ? end.Due : Elapsed;
        next.End();
    }

    private sealed class Wait(Action callback) : ITimer
    {
        public bool IsOver { get; private set; }

        public void End() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => IsOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
