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
    public async Task An_answer_in_another_order_is_put_in_order()
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
