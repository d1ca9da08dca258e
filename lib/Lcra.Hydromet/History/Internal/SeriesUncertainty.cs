namespace Lcra.Hydromet.History.Internal;

/// <summary>How much more rain than was counted may have fallen: for each reading in doubt its offset in seconds, and the sum up to there.</summary>
internal sealed class SeriesUncertainty(long origin, uint[] seconds, long[] sums)
{
    public static SeriesUncertainty None { get; } = new(0, [], []);

    /// <summary>Gets the sum of a window in ten-thousandths of an inch.</summary>
    public long Within(DateTimeOffset start, DateTimeOffset end) => Through(end) - Through(start);

    private long Through(DateTimeOffset instant)
    {
        long offset = Math.Min(instant.ToUnixTimeSeconds() - origin, uint.MaxValue);
        int found = offset < 0 ? -1 : Array.BinarySearch(seconds, (uint)offset);
        int last = found >= 0 ? found : offset < 0 ? -1 : ~found - 1;
        return last < 0 ? 0 : sums[last];
    }
}
