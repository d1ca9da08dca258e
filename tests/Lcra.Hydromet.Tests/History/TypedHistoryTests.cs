using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class TypedHistoryTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    [Fact]
    public async Task A_stream_has_stage_and_discharge() =>
        Assert.Equal((4.25m, -12m), await Client("\"value1\": 4.25, \"value2\": -12").GetStreamReadingsAsync(RecordedHistories.Gauge, Day, Day)
            .Select(reading => (reading.StageFeet!.Value, reading.DischargeCubicFeetPerSecond!.Value)).SingleAsync());

    [Fact]
    public async Task A_dam_has_headwater_and_tailwater() =>
        Assert.Equal((681.02m, null), await Client("\"value1\": 681.02").GetLakeReadingsAsync(RecordedHistories.Gauge, Day, Day)
            .Select(reading => (reading.HeadwaterElevationFeet!.Value, reading.TailwaterElevationFeet)).SingleAsync());

    [Fact]
    public async Task A_temperature_can_be_below_zero() =>
        Assert.Equal(-4.5m, (await Client("\"value1\": -4.5").GetAirTemperaturesAsync(RecordedHistories.Gauge, Day, Day).SingleAsync()).Fahrenheit);

    [Fact]
    public void Days_in_the_wrong_order_throw_before_any_request() =>
        Assert.Throws<ArgumentException>(() => Client("").GetStreamReadingsAsync(RecordedHistories.Gauge, Day, Day.AddDays(-1)));

    [Fact]
    public async Task Daily_totals_that_are_downloaded_make_a_series()
    {
        HydrometClient client = RecordedHistories.Recorded();

        RainfallSeries series = await RainfallSeries.FromDailyTotalsAsync(client.GetDailyRainfallAsync(RecordedHistories.Gauge, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30)));

        SeriesTotal total = series.TotalOfDays(new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30));
        Assert.Equal((1.20m, 1m), (total.Inches, total.Coverage));
    }

    private static HydrometClient Client(string values) =>
        RecordedHistories.Client(new StubHistoryHandler(_ => RecordedHistories.Answer(RecordedHistories.Record("2026-10-01T12:00:00Z", values))));
}
