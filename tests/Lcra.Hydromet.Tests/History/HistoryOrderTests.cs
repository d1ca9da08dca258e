using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class HistoryOrderTests
{
    [Fact]
    public async Task Records_come_oldest_first_through_all_windows()
    {
        List<HistoryRecord> records = await RecordedHistories.Client(new StubHistoryHandler(RecordedHistories.DaysAndOneMore))
            .GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.RainDaily, RecordedHistories.Day(2024, 1, 1), RecordedHistories.Day(2025, 12, 31)).ToListAsync();

        Assert.Equal(records.OrderBy(record => record.ObservedAt), records);
    }

    [Theory]
    [InlineData("2023-01-01", "2023-04-30", 120)]
    [InlineData("2026-07-01", "2026-10-02", 94)]
    [InlineData("2024-01-01", "2024-12-31", 366)]
    [InlineData("1996-10-01", "2026-09-30", 10_957)]
    public async Task The_day_more_that_lcra_adds_to_each_window_of_daily_rain_is_left_out(string first, string last, int days)
    {
        List<HistoryRecord> records = await RecordedHistories.Client(new StubHistoryHandler(RecordedHistories.DaysAndOneMore))
            .GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.RainDaily, RecordedHistories.Day(first), RecordedHistories.Day(last)).ToListAsync();

        Assert.Equal(days, records.Count);
    }

    [Fact]
    public async Task Windows_that_overlap_by_days_give_each_day_once()
    {
        StubHistoryHandler lcra = new(ask => RecordedHistories.Days(ask.First.AddDays(-3), ask.Last.AddDays(3)));

        List<HistoryRecord> records = await RecordedHistories.Client(lcra)
            .GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.RainDaily, RecordedHistories.Day(2025, 1, 1), RecordedHistories.Day(2025, 12, 31)).ToListAsync();

        Assert.Equal(365, records.Select(record => record.ObservedAt).Distinct().Count());
        Assert.Equal(365, records.Count);
    }

    [Theory]
    [InlineData("\"value1\": 12.34", "\"value1\": null")]
    [InlineData("\"value1\": null", "\"value1\": 12.34")]
    [InlineData("\"value2\": 1", "\"value1\": 12.34")]
    public async Task Of_two_records_of_one_time_the_one_with_a_value_counts(string first, string second)
    {
        List<HistoryRecord> records = await RecordedHistories.RecordsAsync(RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-01T12:00:00Z", first), RecordedHistories.Record("2026-10-01T12:00:00Z", second)));

        Assert.Equal((12.34m, null), Assert.Single(records.Select(record => (record.Value1, record.OtherValue1))));
    }

    [Fact]
    public async Task What_is_malformed_about_records_is_a_finding_that_a_user_can_read()
    {
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-02T13:00:00Z"),
            RecordedHistories.Record("2026-10-02T11:00:00Z", "\"value1\": 99.99"),
            RecordedHistories.Record("2026-10-02T11:00:00Z", "\"value1\": 12.34"),
            RecordedHistories.Record("2026-10-02T10:45:00Z", "\"value1\": \"12.30 in\""),
            RecordedHistories.Record("2026-10-02T10:30:00Z", "\"value1\": 12.34567"),
            RecordedHistories.Record("10/2/2026 5:15 AM"),
            "7"));
        List<Finding> findings = [];

        List<HistoryRecord> records = await RecordedHistories.Client(lcra).GetHistoryAsync(
            RecordedHistories.Gauge, HistoryParameter.Rain, RecordedHistories.Day(2026, 10, 2), RecordedHistories.Day(2026, 10, 2), findings).ToListAsync();

        Assert.Equal([12.34567m, null, 12.34m], records.Select(record => record.Value1));
        Assert.Equal(
            [FindingKind.FutureObservation, FindingKind.UnreadableValue, FindingKind.UnevenValue, FindingKind.SkippedRow, FindingKind.SkippedRow, FindingKind.DuplicateTime],
            findings.Select(finding => finding.Kind));
        Assert.Contains("have 99.99 and 12.34; the later one counts.", findings[^1].Message, StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.Equal((HydrometFeed.History, RecordedHistories.Gauge), (finding.Feed, finding.Site)));
    }

    [Fact]
    public async Task A_list_of_findings_ends_at_a_hundred()
    {
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer([.. Enumerable.Range(0, 150).Select(_ => RecordedHistories.Record("yesterday")), RecordedHistories.Record("2026-10-02T11:00:00Z")]));
        List<Finding> findings = [];

        await RecordedHistories.Client(lcra).GetHistoryAsync(
            RecordedHistories.Gauge, HistoryParameter.Rain, RecordedHistories.Day(2026, 10, 2), RecordedHistories.Day(2026, 10, 2), findings).ToListAsync();

        Assert.Equal(100, findings.Count);
    }

    [Fact]
    public async Task The_cache_has_the_findings_and_a_series_flags_two_counts_of_one_time()
    {
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-02T11:15:00Z", "\"value1\": 12.34"),
            RecordedHistories.Record("2026-10-02T11:00:00Z", "\"value1\": 99.99"),
            RecordedHistories.Record("2026-10-02T11:00:00Z", "\"value1\": 12.34")));
        using HydrometCache cache = new(RecordedHistories.Client(lcra), timeProvider: new FakeTimeProvider(TestReports.Morning));

        CachedHistory<HistoryRecord> history = await cache.GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.Rain, RecordedHistories.Day(2026, 10, 2), RecordedHistories.Day(2026, 10, 2));
        SeriesTotal total = await cache.GetRainfallTotalAsync(RecordedHistories.Gauge, TestReports.Central(10, 2, 5, 45), TestReports.Central(10, 2, 6, 15));

        Assert.Equal(FindingKind.DuplicateTime, Assert.Single(history.Findings).Kind);
        Assert.Equal((0m, 99.99m, SeriesFlagKind.Unusable), (total.Inches, Assert.Single(total.Flags).Inches, total.Flags[0].Kind));
    }

    [Fact]
    public async Task Two_different_totals_of_one_day_are_flagged_and_the_later_counts()
    {
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-01T05:00:00Z", "\"value1\": 9.99"), RecordedHistories.Record("2026-10-01T05:00:00Z", "\"value1\": 1.44")));

        List<DailyRainfall> days = await RecordedHistories.Client(lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 1)).ToListAsync();

        Assert.Equal((1.44m, 9.99m), (Assert.Single(days).Inches, days[0].OtherInches));
        Assert.Equal(RainfallFlagKind.DuplicateRecord, Assert.Single(DailyRainfallQuality.Check(days, 0.01m)).Kind);
        Assert.Equal(SeriesFlagKind.Unusable, Assert.Single(RainfallSeries.FromDailyTotals(days).Flags).Kind);
    }

    [Fact]
    public async Task A_record_from_the_future_is_left_out()
    {
        List<HistoryRecord> records = await RecordedHistories.RecordsAsync(
            RecordedHistories.Answer(RecordedHistories.Record("2026-10-02T12:08:00Z"), RecordedHistories.Record("2026-10-02T12:07:00Z")), first: "2026-10-02", last: "2026-10-02");

        Assert.Equal(TestReports.Morning.AddMinutes(5), Assert.Single(records).ObservedAt);
    }

    [Fact]
    public async Task Of_two_records_of_one_time_the_later_of_the_response_counts_and_names_the_other()
    {
        List<HistoryRecord> records = await RecordedHistories.RecordsAsync(RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-01T12:15:00Z", "\"value1\": 3"),
            RecordedHistories.Record("2026-10-01T12:00:00Z", "\"value1\": 2"),
            RecordedHistories.Record("2026-10-01T12:00:00Z", "\"value1\": 1")));

        Assert.Equal([(1m, 2m), (3m, null)], records.Select(record => (record.Value1!.Value, record.OtherValue1)));
    }

    [Fact]
    public async Task A_response_in_another_order_is_put_in_order()
    {
        List<HistoryRecord> records = await RecordedHistories.RecordsAsync(RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-01T12:00:00Z", "\"value1\": 1"),
            RecordedHistories.Record("2026-10-01T12:30:00Z", "\"value1\": 3"),
            RecordedHistories.Record("2026-10-01T12:15:00Z", "\"value1\": 2"),
            RecordedHistories.Record("2026-10-01T12:00:00Z", "\"value1\": 9")));

        Assert.Equal([9m, 2m, 3m], records.Select(record => record.Value1!.Value));
    }

    [Theory]
    [InlineData("""{ "records": [] }""")]
    [InlineData("""{ "records": null }""")]
    [InlineData("""{ "siteNumber": 2959, "records": [], "isDaily": true }""")]
    public async Task A_window_without_records_gives_none(string answer) => Assert.Empty(await RecordedHistories.RecordsAsync(answer));
}
