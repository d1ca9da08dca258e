namespace Lcra.Hydromet.Replay;

/// <summary>A clock that stands at the moment of a recording. Timers and elapsed time go on as usual.</summary>
/// <param name="moment">The moment.</param>
public sealed class ReplayClock(DateTimeOffset moment) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
}
