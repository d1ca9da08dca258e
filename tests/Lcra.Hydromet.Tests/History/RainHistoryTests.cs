using System.Globalization;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class RainHistoryTests
{
    [Theory]
    [InlineData(1, 23, 30, "2026-10-01 2026-10-02")]
    [InlineData(2, 0, 0, "2026-10-02")]
    [InlineData(3, 7, 0, "")]
    public async Task A_day_is_partial_until_it_is_over_in_austin(int day, int hour, int minute, string partial)
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Days(RecordedHistories.Day(2026, 9, 30), RecordedHistories.Day(2026, 10, 2)));

        List<DailyRainfall> days = await RecordedHistories.Client(lcra, TestReports.Central(10, day, hour, minute))
            .GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 9, 30), RecordedHistories.Day(2026, 10, 2)).ToListAsync();

        Assert.Equal(partial, string.Join(' ', days.Where(total => total.IsPartial).Select(total => total.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task A_day_without_an_amount_is_missing_and_an_absent_day_stays_absent()
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-01T05:00:00Z", "\"value1\": 0.0"),
            RecordedHistories.Record("2026-09-29T05:00:00Z", "\"value1\": null"),
            RecordedHistories.Record("2026-09-28T05:00:00Z", "\"value1\": -998")));

        List<DailyRainfall> days = await RecordedHistories.Client(lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 9, 28), RecordedHistories.Day(2026, 10, 1)).ToListAsync();

        Assert.Equal(
            [(RecordedHistories.Day(2026, 9, 28), null), (RecordedHistories.Day(2026, 9, 29), null), (RecordedHistories.Day(2026, 10, 1), 0.0m)],
            days.Select(day => (day.Day, day.Inches)));
    }

    [Fact]
    public async Task The_rain_counter_gives_its_counts_and_leaves_out_records_without_one()
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-01T12:30:00Z", "\"value1\": 43.07"),
            RecordedHistories.Record("2026-10-01T12:15:00Z", "\"value1\": \"\""),
            RecordedHistories.Record("2026-10-01T12:00:00Z", "\"value1\": \"43.00\"")));

        List<AccumulatedRainfall> counts = await RecordedHistories.Client(lcra).GetAccumulatedRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 1)).ToListAsync();

        Assert.Equal([new AccumulatedRainfall(TestReports.Central(10, 1, 7), 43.00m), new AccumulatedRainfall(TestReports.Central(10, 1, 7, 30), 43.07m)], counts);
    }

    [Fact]
    public async Task The_rain_counter_can_be_requested_by_the_hour()
    {
        StubHistoryHandler lcra = new(RecordedHistories.DaysAndOneMore);

        await RecordedHistories.Client(lcra).GetAccumulatedRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 1), HistoryResolution.Hourly).ToListAsync();

        Assert.Equal("api/HistoricData/GetDataBySite/2959/rain/10-1-2026/10-1-2026/hourly", Assert.Single(lcra.Requested).Path);
    }
}
