namespace Lcra.Hydromet.TestSupport;

internal static class FakeTimeProviderExtensions
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Advances the clock until the condition holds, step by step: one long step runs a loop of delays only once.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider clock, TimeSpan step, Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Limit);
        while (!condition())
        {
            clock.Advance(step);

            // Another thread starts the next wait; it gets a moment before the clock moves on.
            await Task.Delay(1, limit.Token);
        }
    }
}
