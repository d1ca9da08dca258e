using System.Net;
using System.Text;
using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests.Sync;

[Collection(SharedStores.Name)]
public sealed class SyncTests(ArchiveStores stores) : IDisposable
{
    private static readonly SiteId[] Both = [Recorded.Hamilton, Recorded.MarbleFalls];
    private static readonly HistoryParameter[] Daily = [HistoryParameter.RainDaily];

    private JumpingClock _clock = new(Recorded.Now, waiting: 1);
    private RecordedServer? _lcra;

    private RecordedServer Lcra => _lcra ??= new RecordedServer(_clock);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_sync_finds_the_beginning_of_the_record_and_a_second_one_requests_nothing(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, _clock);

        ArchiveSyncResult result = await SyncAsync(archive, [Recorded.Hamilton], Unpaced);
        int requests = Lcra.Requests.Count;
        ArchiveSyncResult second = await SyncAsync(archive, [Recorded.Hamilton], Unpaced);

        Assert.Equal((ArchiveSyncOutcome.Completed, 8849, 0), (result.Outcome, result.Added, result.FailedWindows));
        DailyRainfall[] days = await archive.GetDailyRainfallAsync(Recorded.Hamilton, new DateOnly(1980, 1, 1), Recorded.Today).ToArrayAsync();
        Assert.Equal((8849, new DateOnly(2002, 6, 19), Recorded.Today), (days.Length, days[0].Day, days[^1].Day));
        Assert.Equal(requests, result.Requests);
        Assert.Equal((ArchiveSyncOutcome.Completed, 0), (second.Outcome, second.Requests));

        // 24.3 years of 179 days, and the four windows that have nothing.
        Assert.Equal(50 + 4, requests);
        Assert.Equal(requests, Lcra.Windows.Distinct().Count());
    }

    private static ArchiveSyncOptions Unpaced => new() { MinInterval = TimeSpan.Zero };

    private static ArchiveSyncOptions Paced => new();

    [Fact]
    public async Task After_an_hour_the_last_two_weeks_are_requested_again()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        await SyncAsync(archive, [Recorded.Hamilton], Unpaced, new DateOnly(2026, 1, 1));
        int before = Lcra.Requests.Count;
        _clock.Advance(TimeSpan.FromHours(2));

        ArchiveSyncResult result = await SyncAsync(archive, [Recorded.Hamilton], Unpaced, new DateOnly(2026, 1, 1));

        Assert.Equal((1, 0), (result.Requests, result.Added));
        Assert.EndsWith("/3018/rainDaily/9-18-2026/10-2-2026", Lcra.Windows[before], StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Two_syncs_at_once_request_no_window_twice_and_share_one_pace(ArchiveProvider provider)
    {
        _clock = new JumpingClock(Recorded.Now, waiting: 4);
        ArchiveOptions options = await stores.NextAsync(provider);
        await using HydrometArchive one = await HydrometArchive.OpenAsync(options, _clock);
        await using HydrometArchive other = await HydrometArchive.OpenAsync(options, _clock);

        ArchiveSyncResult[] results = await Task.WhenAll(
            SyncAsync(one, Both, Paced, new DateOnly(2021, 1, 1)), SyncAsync(other, [Recorded.MarbleFalls, Recorded.Hamilton], Paced, new DateOnly(2021, 1, 1)));

        Assert.All(results, result => Assert.Equal(ArchiveSyncOutcome.Completed, result.Outcome));
        Assert.Equal(2 * 12, Lcra.Requests.Count);
        Assert.Equal(Lcra.Requests.Count, Lcra.Windows.Distinct().Count());
        AssertPolite();
    }

    [Fact]
    public async Task At_most_one_request_begins_in_a_second_and_two_are_under_way()
    {
        _clock = new JumpingClock(Recorded.Now, waiting: 2);
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);

        await SyncAsync(archive, [.. Both, SiteId.Parse("2268"), SiteId.Parse("2432")], Paced, new DateOnly(2024, 1, 1));

        Assert.Equal(4 * 6, Lcra.Requests.Count);
        AssertPolite();
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_budget_of_a_day_outlives_a_restart_and_begins_again_at_midnight(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        _clock = new JumpingClock(Recorded.Now, waiting: 2);
        ArchiveSyncOptions ten = new() { DailyBudget = 10 };
        ArchiveSyncResult first;
        await using (HydrometArchive archive = await HydrometArchive.OpenAsync(options, _clock))
        {
            first = await SyncAsync(archive, Both, ten);
        }

        await using HydrometArchive again = await HydrometArchive.OpenAsync(options, _clock);
        ArchiveSyncResult second = await SyncAsync(again, Both, ten);
        _clock.Advance(TimeSpan.FromHours(17));
        ArchiveSyncResult tomorrow = await SyncAsync(again, Both, ten);

        Assert.Equal((ArchiveSyncOutcome.BudgetSpent, 10), (first.Outcome, first.Requests));
        Assert.Equal(CentralTime.StartOfDay(Recorded.Today.AddDays(1)), first.ResumeAt);
        Assert.Equal((ArchiveSyncOutcome.BudgetSpent, 0), (second.Outcome, second.Requests));
        Assert.Equal(10, tomorrow.Requests);
    }

    [Fact]
    public async Task A_short_pause_that_lcra_asks_for_is_waited_for()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        Lcra.Failing = (number, _) => number == 3 ? RecordedServer.Status(HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(5)) : null;

        ArchiveSyncResult result = await SyncAsync(archive, [Recorded.Hamilton], Paced, new DateOnly(2024, 1, 1));

        Assert.Equal((ArchiveSyncOutcome.Completed, 0), (result.Outcome, result.FailedWindows));
        Assert.True(Lcra.Requests[3].At - Lcra.Requests[2].At >= TimeSpan.FromMinutes(5));
        Assert.Equal(Lcra.Windows[2], Lcra.Windows[3]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_long_pause_ends_the_run_and_holds_after_a_restart(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, _clock);
        Lcra.Failing = (number, _) => number == 3 ? RecordedServer.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromHours(2)) : null;

        ArchiveSyncResult first = await SyncAsync(archive, [Recorded.Hamilton], Paced);
        ArchiveSyncResult second = await SyncAsync(archive, [Recorded.Hamilton], Paced);
        _clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(2));
        ArchiveSyncResult third = await SyncAsync(archive, [Recorded.Hamilton], Paced, new DateOnly(2024, 1, 1));

        Assert.Equal((ArchiveSyncOutcome.RetryLater, 3), (first.Outcome, first.Requests));
        Assert.True(first.ResumeAt >= Recorded.Now.AddHours(2));
        Assert.Equal((ArchiveSyncOutcome.RetryLater, 0), (second.Outcome, second.Requests));
        Assert.Equal(ArchiveSyncOutcome.Completed, third.Outcome);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "", 3)]
    [InlineData(HttpStatusCode.TooManyRequests, "", 5)]
    [InlineData(HttpStatusCode.OK, "<html>Just a moment...</html>", 3)]
    [InlineData(HttpStatusCode.OK, "<html>Maintenance</html>", 5)]
    public async Task A_block_ends_the_run_says_what_to_do_and_holds_after_a_restart(HttpStatusCode status, string body, int requests)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        Lcra.Failing = (number, _) => number < 3 ? null
            : new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "text/html") };

        ArchiveSyncResult first = await SyncAsync(archive, [Recorded.Hamilton], Paced);
        ArchiveSyncResult second = await SyncAsync(archive, [Recorded.Hamilton], Paced);

        Assert.Equal((ArchiveSyncOutcome.Blocked, requests), (first.Outcome, first.Requests));
        Assert.Contains("ask LCRA", first.Message, StringComparison.Ordinal);
        Assert.Equal((ArchiveSyncOutcome.Blocked, 0), (second.Outcome, second.Requests));
        Assert.True(second.ResumeAt > _clock.GetUtcNow());
    }

    [Fact]
    public async Task A_block_lasts_as_long_as_lcra_asks()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        Lcra.Failing = (number, _) => RecordedServer.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromHours(number < 3 ? 0 : 5));

        ArchiveSyncResult result = await SyncAsync(archive, [Recorded.Hamilton], Paced);

        Assert.Equal((ArchiveSyncOutcome.Blocked, 3), (result.Outcome, result.Requests));
        Assert.True(result.ResumeAt >= _clock.GetUtcNow().AddHours(4.9), $"{result.ResumeAt}");
    }

    [Fact]
    public async Task A_pause_that_is_over_when_it_is_noted_stops_no_request_after_it()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        Lcra.Failing = (number, _) => number == 1 ? RecordedServer.Status(HttpStatusCode.TooManyRequests, TimeSpan.Zero) : null;
        ArchiveSync sync = new(archive, Lcra.Client(), new ArchiveSyncOptions { DailyBudget = 20 }, _clock);

        ArchiveSyncResult result = await sync.RunAsync([Recorded.Hamilton], Daily, new DateOnly(2026, 1, 1), new Steps(step => _clock.Advance(TimeSpan.FromSeconds(step.Event == ArchiveSyncEvent.Paused ? 2 : 0))));

        Assert.Equal((ArchiveSyncOutcome.Completed, 3), (result.Outcome, result.Requests));
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_and_back_gives_no_day_a_second_budget()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        ArchiveSyncOptions ten = new() { DailyBudget = 10 };
        await SyncAsync(archive, [Recorded.Hamilton], ten);
        _clock.Advance(TimeSpan.FromHours(24));
        await SyncAsync(archive, [Recorded.Hamilton], ten);
        _clock.Advance(TimeSpan.FromHours(-24));

        ArchiveSyncResult back = await SyncAsync(archive, [Recorded.Hamilton], ten);

        Assert.Equal((ArchiveSyncOutcome.BudgetSpent, 0), (back.Outcome, back.Requests));
    }

    [Fact]
    public async Task A_clock_that_was_a_year_ahead_spent_no_budget_of_today()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        ArchiveSyncOptions ten = new() { DailyBudget = 10 };
        _clock.Advance(TimeSpan.FromDays(365));
        ArchiveSyncResult ahead = await SyncAsync(archive, [Recorded.Hamilton], ten, new DateOnly(2020, 1, 1));
        _clock.Advance(TimeSpan.FromDays(-365));

        ArchiveSyncResult today = await SyncAsync(archive, [Recorded.Hamilton], ten, new DateOnly(2020, 1, 1));

        Assert.Equal(ArchiveSyncOutcome.BudgetSpent, ahead.Outcome);
        Assert.InRange(today.Requests, 1, 10);
    }

    [Fact]
    public async Task A_bad_window_is_counted_and_requested_again_by_the_next_run()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        Lcra.Failing = (_, path) => path.EndsWith("/4-6-2026", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"records":"none"}""") }
            : null;

        ArchiveSyncResult first = await SyncAsync(archive, [Recorded.Hamilton], Paced, new DateOnly(2024, 1, 1));
        Lcra.Failing = null;
        ArchiveSyncResult second = await SyncAsync(archive, [Recorded.Hamilton], Paced, new DateOnly(2024, 1, 1));

        ArchiveSyncFailure failure = Assert.Single(first.Failures);
        Assert.Equal((ArchiveSyncOutcome.Completed, 6, 1), (first.Outcome, first.Requests, first.FailedWindows));
        Assert.Equal((new DateOnly(2025, 10, 10), HydrometFailureKind.Unreadable), (failure.First, failure.Kind));
        Assert.Equal((1, 0), (second.Requests, second.FailedWindows));
        Assert.True((await archive.GetCoverageAsync(Recorded.Hamilton, HistoryParameter.RainDaily, new DateOnly(2024, 1, 1), Recorded.Today.AddDays(-1))).IsComplete);
    }

    [Fact]
    public async Task A_request_that_fails_once_is_repeated_at_the_pace()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        Lcra.Failing = (number, _) => number is 2 or 3 ? RecordedServer.Status(HttpStatusCode.BadGateway) : null;

        ArchiveSyncResult result = await SyncAsync(archive, [Recorded.Hamilton], Paced, new DateOnly(2026, 1, 1));

        Assert.Equal((ArchiveSyncOutcome.Completed, 4, 0), (result.Outcome, result.Requests, result.FailedWindows));
        AssertPolite();
    }

    [Fact]
    public async Task A_host_that_fails_again_and_again_ends_the_run()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        Lcra.Failing = (number, _) => number > 2 ? throw new HttpRequestException("No such host.") : null;

        ArchiveSyncResult result = await SyncAsync(archive, [Recorded.Hamilton], new ArchiveSyncOptions { MaxAttempts = 10 });

        Assert.Equal(ArchiveSyncOutcome.HostUnavailable, result.Outcome);
        Assert.Equal(8, result.Requests);
        Assert.Contains("goes on where it ended", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gauge_that_lcra_does_not_know_costs_three_requests()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        _clock = new JumpingClock(Recorded.Now, waiting: 2);
        Lcra.Failing = (_, path) => path.Contains("/3018/", StringComparison.Ordinal) ? RecordedServer.Status(HttpStatusCode.NotFound) : null;

        ArchiveSyncResult result = await SyncAsync(archive, Both, Paced, new DateOnly(2025, 1, 1));

        Assert.Equal((ArchiveSyncOutcome.Completed, 3), (result.Outcome, result.FailedWindows));
        Assert.Equal(3, Lcra.Windows.Count(path => path.Contains("/3018/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_request_is_in_the_archive_with_its_address_status_rows_and_digest()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);

        await SyncAsync(archive, [Recorded.Hamilton], Unpaced, new DateOnly(2026, 9, 1));

        Assert.Matches(
            @"\|https://hydromet\.lcra\.org/api/HistoricData/GetDataBySite/3018/rainDaily/9-1-2026/10-2-2026\|200\|32\|[0-9A-F]{64}
", await Contents.OfAsync(archive));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_sync_packs_the_days_that_became_old_enough_since_they_were_stored(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, _clock);
        IReadOnlyList<AccumulatedRainfall> stored = await Recorded.FillCountsAsync(archive, Recorded.Hamilton, Recorded.Today.AddDays(-30));
        _clock.Advance(TimeSpan.FromDays(60));

        await SyncAsync(archive, [Recorded.MarbleFalls], Unpaced, Recorded.Today);

        Assert.Equal(0, Contents.RowsOf(await Contents.OfAsync(archive), "reading"));
        Assert.Equal(stored, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, Recorded.Today.AddDays(-40), Recorded.Today).ToArrayAsync());
    }

    [Fact]
    public async Task Progress_tells_rate_and_time_left_and_ends_with_each_site()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        _clock = new JumpingClock(Recorded.Now, waiting: 2);
        Steps steps = new();
        ArchiveSync sync = new(archive, Lcra.Client(), Paced, _clock);

        await sync.RunAsync(Both, Daily, new DateOnly(2020, 1, 1), steps);

        Assert.Equal(Both.OrderBy(site => site.Number), steps.All.Where(step => step.Event == ArchiveSyncEvent.SiteDone).Select(step => step.Site).OrderBy(site => site.Number));
        ArchiveSyncProgress[] stored = [.. steps.All.Where(step => step.Event == ArchiveSyncEvent.WindowStored)];
        Assert.Equal(28, stored.Length);
        Assert.InRange(stored[13].RequestsPerMinute, 30, 65);
        Assert.InRange(stored[13].TimeLeft!.Value, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(35));
        Assert.Equal(0, steps.All[^1].RequestsLeft);
    }

    [Fact]
    public async Task A_history_that_no_archive_or_gauge_has_is_rejected_before_any_request()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, _clock);
        ArchiveSync sync = new(archive, Lcra.Client(), Paced, _clock);

        await Assert.ThrowsAsync<ArgumentException>(() => sync.RunAsync(Both, [HistoryParameter.Humidity]));
        await Assert.ThrowsAsync<ArgumentException>(() => sync.RunAsync([SiteId.Parse("COA:950")], Daily));
        await Assert.ThrowsAsync<ArgumentException>(() => sync.RunAsync([], Daily));
        await Assert.ThrowsAsync<ArgumentException>(() => sync.RunAsync(Both, Daily, Recorded.Today.AddDays(2)));
        Assert.Throws<ArgumentException>(() => new ArchiveSync(archive, Lcra.Client(), new ArchiveSyncOptions { MaxConcurrentRequests = 0 }));
        Assert.Empty(Lcra.Requests);
    }

    public void Dispose() => _lcra?.Dispose();

    private async Task<ArchiveSyncResult> SyncAsync(HydrometArchive archive, SiteId[] sites, ArchiveSyncOptions options, DateOnly? from = null)
    {
        using HydrometClient client = Lcra.Client();
        return await new ArchiveSync(archive, client, options, _clock).RunAsync(sites, Daily, from);
    }

    private void AssertPolite()
    {
        DateTimeOffset[] times = [.. Lcra.Requests.Select(request => request.At).Order()];
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1), $"{pair.First:O} {pair.Second:O}"));
        Assert.InRange(Lcra.MaxAtOnce, 1, 2);
    }

    private sealed class Steps(Action<ArchiveSyncProgress>? told = null) : IProgress<ArchiveSyncProgress>
    {
        public List<ArchiveSyncProgress> All { get; } = [];

        public void Report(ArchiveSyncProgress value)
        {
            All.Add(value);
            told?.Invoke(value);
        }
    }
}
