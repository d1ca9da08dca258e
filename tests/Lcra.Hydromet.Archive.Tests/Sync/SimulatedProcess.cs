using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests.Sync;

/// <summary>A process of a simulation, which can be killed at any time: nothing of it goes on then.</summary>
internal sealed class SimulatedProcess(SimulatedClock clock, SimulatedHistories lcra) : TimeProvider
{
    private readonly CancellationTokenSource _stop = new();
    private int _underWay;

    public bool IsKilled { get; private set; }

    public CancellationToken Stopping => _stop.Token;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public HydrometClient Client() => new(new HttpClient(new Handler(this, lcra)) { Timeout = Timeout.InfiniteTimeSpan }, timeProvider: this);

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(
        value =>
        {
            if (!IsKilled)
            {
                callback(value);
            }
        },
        state,
        dueTime,
        period);

    public void Stop() => _stop.Cancel();

    public void Kill()
    {
        IsKilled = true;
        lcra.Kill(_underWay);
    }

    private sealed class Handler(SimulatedProcess process, SimulatedHistories lcra) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            lcra.RespondAsync(request.RequestUri!.AbsolutePath, more => process._underWay += more, process, cancellationToken);
    }
}
