using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class WritingTests(ArchiveStores stores)
{
    private static readonly DateOnly First = new(2026, 9, 28);
    private static readonly DateOnly Last = new(2026, 9, 30);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_same_response_twice_changes_nothing(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DailyRainfall[] days = [Day(28, 0.10m), Day(29, 0m), Day(30, null)];

        ArchiveWriteResult first = await StoreAsync(archive, days, Recorded.Now);
        string before = await Contents.OfAsync(archive);
        ArchiveWriteResult second = await StoreAsync(archive, days, Recorded.Now);

        Assert.Equal((3, 0, 0), (first.Added, first.Corrected, first.Unchanged));
        Assert.Equal((0, 0, 3), (second.Added, second.Corrected, second.Unchanged));
        Assert.Equal(before, await Contents.OfAsync(archive));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_correction_is_the_newest_version_and_the_one_before_is_known_until_then(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset later = Recorded.Now.AddHours(5);
        await StoreAsync(archive, [Day(28, 0.10m), Day(29, 0.50m)], Recorded.Now);
        ArchiveWriteResult result = await StoreAsync(archive, [Day(28, 0.10m), Day(29, 0.55m)], later);

        Assert.Equal((0, 1, 1), (result.Added, result.Corrected, result.Unchanged));
        Assert.Equal([0.10m, 0.55m], await InchesAsync(archive, null));
        Assert.Equal([0.10m, 0.55m], await InchesAsync(archive, later));
        Assert.Equal([0.10m, 0.50m], await InchesAsync(archive, later.AddSeconds(-1)));
        Assert.Equal([], await InchesAsync(archive, Recorded.Now.AddSeconds(-1)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_value_that_changes_there_and_back_is_three_versions(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await StoreAsync(archive, [Day(29, 0.50m)], Recorded.Now);
        await StoreAsync(archive, [Day(29, 5.50m)], Recorded.Now.AddHours(1));
        await StoreAsync(archive, [Day(29, 0.50m)], Recorded.Now.AddHours(2));

        Assert.Equal([0.50m], await InchesAsync(archive, Recorded.Now));
        Assert.Equal([5.50m], await InchesAsync(archive, Recorded.Now.AddMinutes(90)));
        Assert.Equal([0.50m], await InchesAsync(archive, null));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_response_that_is_older_than_what_is_known_corrects_nothing(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await StoreAsync(archive, [Day(29, 0.55m)], Recorded.Now);
        await StoreAsync(archive, [Day(29, 0.50m)], Recorded.Now.AddHours(-1));

        Assert.Equal([0.55m], await InchesAsync(archive, null));
        Assert.Equal([0.50m], await InchesAsync(archive, Recorded.Now.AddMinutes(-1)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Every_version_is_known_at_its_time_in_whatever_order_the_responses_are_stored(ArchiveProvider provider)
    {
        foreach (int[] hours in new int[][] { [1, 2, 3], [1, 3, 2], [2, 3, 1], [2, 1, 3], [3, 1, 2], [3, 2, 1] })
        {
            await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
            foreach (int hour in hours)
            {
                await StoreAsync(archive, [Day(29, hour)], Recorded.Now.AddHours(hour));
            }

            Assert.Equal([3m], await InchesAsync(archive, null));
            for (int hour = 1; hour <= 3; hour++)
            {
                Assert.Equal([hour], await InchesAsync(archive, Recorded.Now.AddHours(hour).AddMinutes(30)));
            }
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_day_that_is_still_running_is_partial_and_replaced_when_it_is_over(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset noon = CentralTime.StartOfDay(Last).AddHours(12);
        await StoreAsync(archive, [Day(29, 0.20m), Day(30, 0.30m)], noon);
        DailyRainfall[] before = await archive.GetDailyRainfallAsync(Recorded.Hamilton, First, Last).ToArrayAsync();
        await StoreAsync(archive, [Day(29, 0.20m), Day(30, 0.30m)], noon.AddDays(1));

        Assert.Equal([false, true], before.Select(day => day.IsPartial));
        Assert.All(await archive.GetDailyRainfallAsync(Recorded.Hamilton, First, Last).ToArrayAsync(), day => Assert.False(day.IsPartial));
        Assert.True((await archive.GetDailyRainfallAsync(Recorded.Hamilton, First, Last, asKnownAt: noon).ToArrayAsync())[1].IsPartial);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_day_without_an_amount_and_an_absent_day_are_no_zeros(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await StoreAsync(archive, [Day(28, null), Day(30, 0m)], Recorded.Now);

        DailyRainfall[] days = await archive.GetDailyRainfallAsync(Recorded.Hamilton, First, Last).ToArrayAsync();

        Assert.Equal([(28, null), (30, 0m)], days.Select(day => (day.Day.Day, day.Inches)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_value_that_lcra_lists_no_longer_stays_and_is_counted(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await StoreAsync(archive, [Day(28, 0.10m), Day(29, 10.68m)], Recorded.Now);
        ArchiveWriteResult result = await StoreAsync(archive, [Day(28, 0.10m)], Recorded.Now.AddHours(1), "b");

        Assert.Equal(1, result.Withdrawn);
        Assert.Equal([0.10m, 10.68m], await InchesAsync(archive, null));
        Assert.Contains("1 values of the window are in the archive and not in this response", await Contents.OfAsync(archive), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_value_finer_than_a_hundredth_is_rounded_with_a_finding(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        ArchiveWriteResult result = await StoreAsync(archive, [Day(28, 2.815m), Day(29, 2.825m), Day(30, 2.81m)], Recorded.Now);

        Assert.Equal([2.82m, 2.82m, 2.81m], await InchesAsync(archive, null));
        Assert.Equal([FindingKind.UnevenValue, FindingKind.UnevenValue], result.Findings.Select(finding => finding.Kind));
        Assert.Contains("2.815 at 2026-09-28 00:00 -05:00 is finer than a hundredth; the archive has 2.82.", await Contents.OfAsync(archive), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task What_was_found_in_responses_is_read_with_the_newest_request_first(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset later = Recorded.Now.AddMinutes(1);
        await StoreAsync(archive, [Day(28, 2.815m), Day(29, 99_999_999m)], Recorded.Now);
        await StoreAsync(archive, [Day(28, 2.815m)], later, "b");

        IReadOnlyList<ArchivedFinding> all = await archive.GetFindingsAsync(Recorded.Hamilton, HistoryParameter.RainDaily);

        Assert.Equal(
            [(FindingKind.UnevenValue, later), (null, later), (FindingKind.UnevenValue, Recorded.Now), (FindingKind.UnreadableValue, Recorded.Now)],
            all.Select(finding => (finding.Kind, finding.RequestedAt)));
        Assert.Equal((Recorded.Hamilton, HistoryParameter.RainDaily, First, Last), (all[0].Site, all[0].Parameter, all[0].First, all[0].Last));
        Assert.Equal("LCRA:3018 rainDaily, 2026-09-28 to 2026-09-30: 2.815 at 2026-09-28 00:00 -05:00 is finer than a hundredth; the archive has 2.82.", $"{all[0]}");
        Assert.Equal(all.Take(3), await archive.GetFindingsAsync(Recorded.Hamilton, HistoryParameter.RainDaily, 3));
        Assert.Empty(await archive.GetFindingsAsync(Recorded.Hamilton, HistoryParameter.Rain));
        Assert.Empty(await archive.GetFindingsAsync(SiteId.Parse("9999"), HistoryParameter.RainDaily));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => archive.GetFindingsAsync(Recorded.Hamilton, HistoryParameter.RainDaily, 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => archive.GetFindingsAsync(Recorded.Hamilton, HistoryParameter.RainDaily, 1_001));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_value_beyond_any_gauge_is_missing_with_a_finding(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        ArchiveWriteResult result = await StoreAsync(archive, [Day(28, 99_999_999m)], Recorded.Now);

        Assert.Equal([null], await InchesAsync(archive, null));
        Assert.Equal(FindingKind.UnreadableValue, Assert.Single(result.Findings).Kind);
    }

    [Fact]
    public async Task A_record_outside_the_requested_days_is_rejected_before_anything_is_written()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());

        await Assert.ThrowsAsync<ArgumentException>(() => StoreAsync(archive, [Day(28, 0m), new DailyRainfall { Day = new DateOnly(2026, 10, 1), Inches = 1 }], Recorded.Now));
        await Assert.ThrowsAsync<ArgumentException>(() => archive.StoreHistoryAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.Humidity, First, Last), []));
        await Assert.ThrowsAsync<ArgumentException>(() => archive.StoreHistoryAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.Flow, Last, First), []));
        await Assert.ThrowsAsync<ArgumentException>(() => archive.StoreHistoryAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.Flow, First, Last) with { Sha256 = "abc" }, []));
        await Assert.ThrowsAsync<ArgumentException>(() => archive.StoreAccumulatedRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.Flow, First, Last), []));

        Assert.DoesNotContain("3018", await Contents.OfAsync(archive), StringComparison.Ordinal);
    }

    private static DailyRainfall Day(int day, decimal? inches) => new() { Day = new DateOnly(2026, 9, day), Inches = inches };

    private static Task<ArchiveWriteResult> StoreAsync(HydrometArchive archive, DailyRainfall[] days, DateTimeOffset at, string digest = "a") =>
        archive.StoreDailyRainfallAsync(
            Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, First, Last, at) with { Sha256 = string.Concat(Enumerable.Repeat(digest, 64)) }, days);

    private static async Task<decimal?[]> InchesAsync(HydrometArchive archive, DateTimeOffset? asKnownAt) =>
        await archive.GetDailyRainfallAsync(Recorded.Hamilton, First, Last, asKnownAt).Select(day => day.Inches).ToArrayAsync();
}
