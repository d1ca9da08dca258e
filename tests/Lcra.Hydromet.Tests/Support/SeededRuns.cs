using System.Globalization;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Runs of generated cases: few in a test run, as many as the environment says in a long one. A failure names its seed.</summary>
internal static class SeededRuns
{
    public static int Setting(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int set) ? set : value;

    public static void ForEach(int first, int count, Action<ulong> holds) => Parallel.For(first, first + count, index =>
    {
        try
        {
            holds((ulong)index);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"seed {index}: {failure.Message}", failure);
        }
    });

    public static Task ForEachAsync(int first, int count, Func<ulong, Task> holds) => Parallel.ForEachAsync(Enumerable.Range(first, count), async (index, _) =>
    {
        try
        {
            await holds((ulong)index);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"seed {index}: {failure.Message}", failure);
        }
    });
}
