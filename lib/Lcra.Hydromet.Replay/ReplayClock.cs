namespace Lcra.Hydromet.Replay;

/// <summary>A clock with the fixed time of a recording. Timers and elapsed time run as usual.</summary>
/// <param name="moment">The fixed time.</param>
public sealed class ReplayClock(DateTimeOffset moment) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
}
