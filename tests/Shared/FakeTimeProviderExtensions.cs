namespace Lcra.Hydromet.TestSupport;

internal static class FakeTimeProviderExtensions
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Advances the clock until the condition holds, step by step: one long step runs a loop of delays only once.</summary>
    public static async Task AdvanceUntilAsync(this FakeTimeProvider clock, TimeSpan step, Func<bool> condition, int milliseconds = 1)
    {
        using CancellationTokenSource limit = new(Limit);
        while (!condition())
        {
            clock.Advance(step);

            // Another thread does what is due and starts the next wait; it gets a moment before the clock moves on.
            for (int i = 0; i < milliseconds && !condition(); i++)
            {
                await Task.Delay(1, limit.Token);
            }
        }
    }
}
