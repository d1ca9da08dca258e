using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class ReportTests(ArchiveStores stores)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_totals_of_a_report_are_stored_where_they_changed(ArchiveProvider provider)
    {
        FakeTimeProvider clock = Recorded.Clock();
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, clock);
        using HydrometClient client = Recorded.Client();
        RainfallReport report = await client.GetRainfallAsync();

        int first = await archive.StoreReportAsync(report);
        int again = await archive.StoreReportAsync(report);
        ArchivedReportTotal day = Assert.Single(await archive.GetReportTotalsAsync(Recorded.Hamilton, RainfallPeriod.TwentyFourHours, Recorded.Now.AddDays(-1), Recorded.Now.AddDays(1)));
        clock.Advance(TimeSpan.FromDays(401));
        await archive.CompactAsync();

        Assert.Equal(report.Gauges.SelectMany(gauge => gauge.Totals).Count(total => total.Missing is not (MissingReason.NotRequested or MissingReason.FeedUnavailable)), first);
        Assert.Equal(0, again);
        Assert.Equal((2.81m, null, Recorded.Now, Recorded.Now.AddMinutes(-5)), (day.Inches!.Value, day.Missing, day.ReportedAt, day.ObservedAt!.Value));
        Assert.Empty(await archive.GetReportTotalsAsync(Recorded.Hamilton, RainfallPeriod.TwentyFourHours, Recorded.Now.AddDays(-1), Recorded.Now.AddDays(1)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Only_a_total_that_differs_from_the_report_before_is_a_new_row(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        using HydrometClient early = Client(recording => recording);
        using HydrometClient late = Client(text => text.Replace("Date: 2026-10-02 07:00", "Date: 2026-10-02 07:15", StringComparison.Ordinal).Replace(",2.81,", ",2.95,", StringComparison.Ordinal));
        await archive.StoreReportAsync(await early.GetRainfallAsync(RainfallScope.CsvFeeds));

        RainfallReport second = await late.GetRainfallAsync(RainfallScope.CsvFeeds);
        int changed = await archive.StoreReportAsync(second);
        int back = await archive.StoreReportAsync(await early.GetRainfallAsync(RainfallScope.CsvFeeds));
        IReadOnlyList<ArchivedReportTotal> rows = await archive.GetReportTotalsAsync(Recorded.Hamilton, RainfallPeriod.TwentyFourHours, Recorded.Now.AddDays(-1), Recorded.Now.AddDays(1));

        Assert.Equal((1, 0), (changed, back));
        Assert.Equal([2.81m, 2.95m], rows.Select(row => row.Inches!.Value));
        Assert.Equal([Recorded.Now, Recorded.Now.AddMinutes(15)], rows.Select(row => row.ReportedAt));
    }

    private static HydrometClient Client(Func<string, string> edit) =>
        new(new HttpClient(new EditingHandler(edit)), timeProvider: new FakeTimeProvider(Recorded.Now.AddMinutes(20)));
}
