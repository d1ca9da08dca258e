using Lcra.Hydromet;
using RainfallSite.Archive;

namespace RainfallSite.Tests.Archive;

public sealed class ArchiveQueueTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    private readonly ArchiveQueue _queue = new();

    [Fact]
    public async Task Whoever_came_first_is_served_first_whatever_is_requested_again()
    {
        _queue.TryAdd(SiteId.Parse("3018"), HistoryParameter.RainDaily, March);
        _queue.TryAdd(SiteId.Parse("2959"), HistoryParameter.RainDaily, March);
        _queue.TryAdd(SiteId.Parse("3018"), HistoryParameter.RainDaily, March.AddYears(-3));
        _queue.TryAdd(SiteId.Parse("3018"), HistoryParameter.RainDaily, March.AddDays(5));

        Assert.Equal(new ArchiveQueueEntry(SiteId.Parse("3018"), HistoryParameter.RainDaily, March.AddYears(-3)), await TakeAsync());
        Assert.Equal(new ArchiveQueueEntry(SiteId.Parse("2959"), HistoryParameter.RainDaily, March), await TakeAsync());
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void A_full_queue_takes_nothing_more_and_says_so()
    {
        Assert.All(Enumerable.Range(0, ArchiveQueue.MaxEntries), number => Assert.True(_queue.TryAdd(new SiteId("LCRA", $"{number}"), HistoryParameter.Rain, March)));

        Assert.False(_queue.TryAdd(SiteId.Parse("9999"), HistoryParameter.Rain, March));
        Assert.True(_queue.TryAdd(SiteId.Parse("5"), HistoryParameter.Rain, March));
        Assert.Equal(ArchiveQueue.MaxEntries, _queue.Count);
    }

    [Fact]
    public async Task Who_waits_gets_what_is_added_or_nothing_in_time()
    {
        FakeTimeProvider clock = new();
        Task<ArchiveQueueEntry?> nothing = _queue.TakeAsync(TimeSpan.FromHours(6), clock, CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(6));
        Assert.Null(await nothing);

        Task<ArchiveQueueEntry?> waiting = _queue.TakeAsync(TimeSpan.FromHours(6), clock, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        _queue.TryAdd(SiteId.Parse("3018"), HistoryParameter.Rain, March);
        Assert.Equal("3018", (await waiting)?.Site.Number);
    }

    private Task<ArchiveQueueEntry?> TakeAsync() => _queue.TakeAsync(TimeSpan.FromHours(6), TimeProvider.System, CancellationToken.None);
}
