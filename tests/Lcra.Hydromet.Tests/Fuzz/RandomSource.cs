namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Chance that is the same on every machine and every .NET: SplitMix64 from a seed.</summary>
internal sealed class RandomSource(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Gives a number from zero up to, but not including, the bound.</summary>
    public int Next(int bound) => (int)(NextUInt64() % (ulong)bound);

    public bool OneIn(int chances) => Next(chances) == 0;

    public T Pick<T>(IReadOnlyList<T> list) => list[Next(list.Count)];

    private ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
