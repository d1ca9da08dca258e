namespace Lcra.Hydromet.Replay;

/// <summary>A clock with the fixed time of a recording. Timers and elapsed time run as usual.</summary>
/// <param name="time">The fixed time.</param>
public sealed class ReplayClock(DateTimeOffset time) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => time.ToUniversalTime();
}
