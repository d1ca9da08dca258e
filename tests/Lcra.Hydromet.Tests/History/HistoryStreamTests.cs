using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public sealed class HistoryStreamTests : IDisposable
{
    private static readonly DateOnly First = RecordedHistories.Day(1996, 10, 1);
    private static readonly DateOnly Last = RecordedHistories.Day(2026, 9, 30);
    private readonly StubHistoryHandler _lcra = new(RecordedHistories.DaysAndOneMore);

    [Fact]
    public void Nothing_is_requested_before_the_first_record_is_read()
    {
        _ = RecordedHistories.Client(_lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);

        Assert.Empty(_lcra.Requested);
    }

    [Fact]
    public async Task The_next_window_is_requested_when_the_records_of_the_one_before_are_used_up()
    {
        int count = 0;
        await foreach (HistoryRecord record in RecordedHistories.Client(_lcra).GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.RainDaily, First, Last))
        {
            HistoryCall newest = _lcra.Requested[^1];
            Assert.InRange(DateOnly.FromDateTime(record.ObservedAt.DateTime), newest.First, newest.Last);
            Assert.Equal((count / 179) + 1, _lcra.Requested.Count);
            count++;
        }

        Assert.Equal((10_957, 62), (count, _lcra.Requested.Count));
    }

    [Fact]
    public async Task Whoever_stops_early_asks_for_no_more()
    {
        await RecordedHistories.Client(_lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last).Take(180).ToListAsync();

        Assert.Equal(2, _lcra.Requested.Count);
    }

    [Fact]
    public async Task A_history_can_be_read_twice()
    {
        IAsyncEnumerable<DailyRainfall> days = RecordedHistories.Client(_lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2025, 1, 1), RecordedHistories.Day(2025, 12, 31));

        Assert.Equal(await days.ToListAsync(), await days.ToListAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancellation_stops_the_stream_in_the_middle_of_a_window(bool fromTheReader)
    {
        using CancellationTokenSource source = new();
        int count = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            IAsyncEnumerable<DailyRainfall> days = RecordedHistories.Client(_lcra)
                .GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last, fromTheReader ? CancellationToken.None : source.Token);
            await foreach (DailyRainfall _ in days.WithCancellation(fromTheReader ? source.Token : CancellationToken.None))
            {
                count++;
                if (count == 10)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal((10, 1), (count, _lcra.Requested.Count));
    }

    [Fact]
    public async Task An_hourly_window_that_is_empty_is_requested_again_for_every_record()
    {
        StubHistoryHandler lcra = new(ask => ask.IsHourly && ask.First.Year == 2025 ? RecordedHistories.Answer() : RecordedHistories.DaysAndOneMore(ask));

        List<HistoryRecord> records = await RecordedHistories.Client(lcra)
            .GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.Rain, RecordedHistories.Day(2025, 12, 1), RecordedHistories.Day(2026, 6, 30), HistoryResolution.Hourly).ToListAsync();

        Assert.Equal(
            [
                "api/HistoricData/GetDataBySite/2959/rain/12-1-2025/5-28-2026/hourly",
                "api/HistoricData/GetDataBySite/2959/rain/12-1-2025/5-28-2026",
                "api/HistoricData/GetDataBySite/2959/rain/5-29-2026/6-30-2026/hourly",
            ],
            lcra.Requested.Select(ask => ask.Path));
        Assert.Equal(212, records.Count);
    }

    [Fact]
    public async Task An_empty_window_at_15_minutes_is_requested_once()
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer());

        await RecordedHistories.Client(lcra).GetAccumulatedRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 9, 1), RecordedHistories.Day(2026, 9, 30)).ToListAsync();

        Assert.Single(lcra.Requested);
    }

    public void Dispose() => _lcra.Dispose();
}
