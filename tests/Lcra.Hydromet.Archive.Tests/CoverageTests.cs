using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class CoverageTests(ArchiveStores stores)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Windows_that_touch_or_overlap_are_one_span_and_what_is_between_others_is_named(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await RequestAsync(archive, 1, 5);
        await RequestAsync(archive, 20, 25);
        await RequestAsync(archive, 6, 9);
        await RequestAsync(archive, 8, 12);
        await RequestAsync(archive, 2, 3);

        ArchiveCoverage coverage = await CoverageAsync(archive, 3, 28);

        Assert.Equal([Span(3, 13), Span(20, 26)], coverage.Requested);
        Assert.Equal([Span(13, 20), Span(26, 29)], coverage.NotInArchive);
        Assert.False(coverage.IsComplete);
        Assert.True((await CoverageAsync(archive, 1, 12)).IsComplete);
        await RequestAsync(archive, 10, 28);
        Assert.Equal([Span(1, 29)], (await CoverageAsync(archive, 1, 28)).Requested);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_day_that_was_not_over_is_covered_until_the_request(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await archive.StoreHistoryAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, Recorded.Today.AddDays(-1), Recorded.Today.AddDays(3)), []);

        ArchiveCoverage coverage = await archive.GetCoverageAsync(Recorded.Hamilton, HistoryParameter.RainDaily, Recorded.Today.AddDays(-1), Recorded.Today);

        Assert.Equal([new ArchiveSpan(Recorded.Now, CentralTime.StartOfDay(Recorded.Today.AddDays(1)))], coverage.NotInArchive);
        Assert.True(coverage.Covers(Recorded.Today.AddDays(-1)));
        Assert.False(coverage.Covers(Recorded.Today));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_site_or_parameter_that_was_never_requested_is_not_in_the_archive(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await RequestAsync(archive, 1, 5);

        ArchiveCoverage other = await archive.GetCoverageAsync(Recorded.Hamilton, HistoryParameter.Rain, new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 5));
        ArchiveCoverage unknown = await archive.GetCoverageAsync(Recorded.MarbleFalls, HistoryParameter.RainDaily, new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 5));

        Assert.Equal([Span(1, 6)], other.NotInArchive);
        Assert.Equal([Span(1, 6)], unknown.NotInArchive);
        Assert.Empty(unknown.Requested);
    }

    private static ArchiveSpan Span(int from, int to) => new(CentralTime.StartOfDay(August(from)), CentralTime.StartOfDay(August(to)));

    private static DateOnly August(int day) => new DateOnly(2026, 8, 1).AddDays(day - 1);

    private static Task<ArchiveWriteResult> RequestAsync(HydrometArchive archive, int first, int last) =>
        archive.StoreHistoryAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, August(first), August(last)), []);

    private static Task<ArchiveCoverage> CoverageAsync(HydrometArchive archive, int first, int last) =>
        archive.GetCoverageAsync(Recorded.Hamilton, HistoryParameter.RainDaily, August(first), August(last));
}
