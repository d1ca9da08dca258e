using Lcra.Hydromet.Archive.Sync.Internal;
using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests.Sync;

public class SyncPlanTests
{
    private static readonly DateOnly Today = Recorded.Today;

    [Fact]
    public void An_empty_archive_begins_with_the_newest_days()
    {
        Assert.Equal(new SyncWindow(Today.AddDays(-178), Today), Next([], oldest: null));
    }

    [Fact]
    public void The_first_day_that_is_asked_for_ends_the_way_back()
    {
        Assert.Equal(new SyncWindow(Today.AddDays(-9), Today), Next([], oldest: null, from: Today.AddDays(-9)));
        Assert.Null(Next([Requested(Today.AddDays(-9), Recorded.Now)], oldest: null, from: Today.AddDays(-9)));
    }

    [Fact]
    public void A_gap_is_filled_up_to_the_days_that_are_there()
    {
        ArchiveSpan old = new(CentralTime.StartOfDay(Today.AddDays(-400)), CentralTime.StartOfDay(Today.AddDays(-100)));

        Assert.Equal(new SyncWindow(Today.AddDays(-100), Today.AddDays(-51)), Next([old, Requested(Today.AddDays(-50), Recorded.Now)], oldest: Today.AddDays(-400)));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Four_empty_requests_in_a_row_are_the_beginning_of_a_record(int empty, bool isOver)
    {
        DateOnly oldest = Today.AddDays(-178);
        ArchiveSpan all = Requested(oldest.AddDays(-179 * empty), Recorded.Now);

        Assert.Equal(isOver, Next([all], oldest) is null);
        Assert.NotNull(Next([all], oldest.AddDays(-1)));
    }

    [Fact]
    public void A_gauge_without_any_record_ends_after_four_requests()
    {
        Assert.Null(Next([Requested(Today.AddDays(1 - (4 * 179)), Recorded.Now)], oldest: null));
        Assert.NotNull(Next([Requested(Today.AddDays(2 - (4 * 179)), Recorded.Now)], oldest: null));
    }

    [Fact]
    public void A_window_that_failed_is_passed_over_and_is_not_an_empty_one()
    {
        SyncWindow failed = new(Today.AddDays(-178), Today);

        Assert.Equal(new SyncWindow(Today.AddDays(-178 - 179), Today.AddDays(-179)), Next([], oldest: null, tried: [failed]));
    }

    [Fact]
    public void Two_weeks_before_the_last_request_are_requested_again_once_it_is_an_hour_old()
    {
        DateOnly first = Today.AddDays(-178);

        Assert.Equal(first.AddDays(-1), Next([Requested(first, Recorded.Now.AddMinutes(-59))], first)!.Value.Last);
        Assert.Equal(new SyncWindow(Today.AddDays(-14), Today), Next([Requested(first, Recorded.Now.AddMinutes(-61))], first));
        Assert.Equal(new SyncWindow(Today.AddDays(-17), Today), Next([Requested(first, Recorded.Now.AddDays(-3))], first));
    }

    [Fact]
    public void Just_after_midnight_the_day_before_is_requested_again_with_the_new_one()
    {
        DateTimeOffset midnight = CentralTime.StartOfDay(Today);

        SyncWindow? next = new SyncPlan(new ArchiveSyncOptions(), null, midnight.AddMinutes(5)).Next([Requested(Today.AddDays(-30), midnight.AddMinutes(-5))], Today.AddDays(-30), []);

        Assert.Equal(new SyncWindow(Today.AddDays(-15), Today), next);
    }

    private static ArchiveSpan Requested(DateOnly first, DateTimeOffset at) => new(CentralTime.StartOfDay(first), at);

    private static SyncWindow? Next(ArchiveSpan[] coverage, DateOnly? oldest, DateOnly? from = null, SyncWindow[]? tried = null) =>
        new SyncPlan(new ArchiveSyncOptions(), from, Recorded.Now).Next(coverage, oldest, tried ?? []);
}
