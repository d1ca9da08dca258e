using System.Collections.Concurrent;
using Lcra.Hydromet.Alerts.Internal;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Watching;

/// <summary>Alerts that come faster than a receiver takes them, which fails, and whose failures are told to a callback that fails too. A failure names its seed.</summary>
public class GeneratedAlertTests
{
    private static readonly int Runs = SeededRuns.Setting("HYDROMET_WATCHES", 60);
    private static readonly int FirstSeed = SeededRuns.Setting("HYDROMET_SEED", 1);

    [Fact]
    public Task Each_alert_is_delivered_once_in_order_or_told_once_as_undelivered() => SeededRuns.ForEachAsync(FirstSeed, Runs, async seed =>
    {
        RandomSource chance = new(seed);
        RainfallAlertOptions options = new() { MaxQueued = 1 + chance.Next(5), MaxAttempts = 1 + chance.Next(3), RetryDelay = TimeSpan.FromTicks(1), AttemptTimeout = TimeSpan.FromMinutes(2), DrainTimeout = TimeSpan.FromMinutes(2) };
        Receiver receiver = new(new RandomSource(~seed));
        RainfallChange[] alerts = [.. Enumerable.Range(0, 20).Select(number => new RainfallChange { Kind = RainfallChangeKind.FeedDown, Inches = number })];
        ConcurrentQueue<decimal> undelivered = [];
        await using (AlertQueue queue = new(receiver, options, Undelivered, TimeProvider.System))
        {
            foreach (RainfallChange alert in alerts)
            {
                queue.Add(alert);
                await (chance.OneIn(3) ? receiver.Took.WaitAsync(CancellationToken.None) : Task.CompletedTask);
            }
        }

        Assert.Equal(receiver.Delivered.Order(), receiver.Delivered);
        Assert.Equal(alerts.Select(alert => alert.Inches!.Value), receiver.Delivered.Concat(undelivered).Order());

        void Undelivered(RainfallChange change, string reason)
        {
            undelivered.Enqueue(change.Inches!.Value);
            Assert.False(change.Inches % 3 == 0, "A callback that throws.");
        }
    });

    private sealed class Receiver(RandomSource chance) : IAlertReceiver
    {
        public string Name => "It";

        public List<decimal> Delivered { get; } = [];

        public SemaphoreSlim Took { get; } = new(0);

        public async Task DeliverAsync(RainfallChange change, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Took.Release();
            Exception? failure = chance.Pick<Exception?>([null, null, new AlertException("later") { IsTransient = true, RetryAfter = TimeSpan.Zero }, new AlertException("never"), new InvalidOperationException("a bug")]);
            if (failure is not null)
            {
                throw failure;
            }

            Delivered.Add(change.Inches!.Value);
        }
    }
}
