using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public sealed class HistoryStreamTests : IDisposable
{
    private static readonly DateOnly First = Past.Day(1996, 10, 1);
    private static readonly DateOnly Last = Past.Day(2026, 9, 30);
    private readonly StubHistory _lcra = new(Past.DaysAndOneMore);

    [Fact]
    public void Nothing_is_asked_before_the_first_record_is_read()
    {
        _ = Past.Client(_lcra).GetDailyRainfallAsync(Past.Gauge, First, Last);

        Assert.Empty(_lcra.Asked);
    }

    [Fact]
    public async Task The_next_window_is_asked_for_when_the_records_of_the_one_before_are_used_up()
    {
        int count = 0;
        await foreach (HistoryRecord record in Past.Client(_lcra).GetHistoryAsync(Past.Gauge, HistoryParameter.RainDaily, First, Last))
        {
            HistoryAsk newest = _lcra.Asked[^1];
            Assert.InRange(DateOnly.FromDateTime(record.ObservedAt.DateTime), newest.First, newest.Last);
            Assert.Equal((count / 179) + 1, _lcra.Asked.Count);
            count++;
        }

        Assert.Equal((10_957, 62), (count, _lcra.Asked.Count));
    }

    [Fact]
    public async Task Whoever_stops_early_asks_for_no_more()
    {
        await Past.Client(_lcra).GetDailyRainfallAsync(Past.Gauge, First, Last).Take(180).ToListAsync();

        Assert.Equal(2, _lcra.Asked.Count);
    }

    [Fact]
    public async Task A_history_can_be_read_twice()
    {
        IAsyncEnumerable<DailyRainfall> days = Past.Client(_lcra).GetDailyRainfallAsync(Past.Gauge, Past.Day(2025, 1, 1), Past.Day(2025, 12, 31));

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
            IAsyncEnumerable<DailyRainfall> days = Past.Client(_lcra)
                .GetDailyRainfallAsync(Past.Gauge, First, Last, fromTheReader ? CancellationToken.None : source.Token);
            await foreach (DailyRainfall _ in days.WithCancellation(fromTheReader ? source.Token : CancellationToken.None))
            {
                count++;
                if (count == 10)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal((10, 1), (count, _lcra.Asked.Count));
    }

    [Fact]
    public async Task An_hourly_window_that_is_empty_is_asked_again_for_every_record()
    {
        StubHistory lcra = new(ask => ask.IsHourly && ask.First.Year == 2025 ? Past.Answer() : Past.DaysAndOneMore(ask));

        List<HistoryRecord> records = await Past.Client(lcra)
            .GetHistoryAsync(Past.Gauge, HistoryParameter.Rain, Past.Day(2025, 12, 1), Past.Day(2026, 6, 30), HistoryResolution.Hourly).ToListAsync();

        Assert.Equal(
            [
                "api/HistoricData/GetDataBySite/2959/rain/12-1-2025/5-28-2026/hourly",
                "api/HistoricData/GetDataBySite/2959/rain/12-1-2025/5-28-2026",
                "api/HistoricData/GetDataBySite/2959/rain/5-29-2026/6-30-2026/hourly",
            ],
            lcra.Asked.Select(ask => ask.Path));
        Assert.Equal(212, records.Count);
    }

    [Fact]
    public async Task An_empty_window_at_15_minutes_is_asked_once()
    {
        StubHistory lcra = new(_ => Past.Answer());

        await Past.Client(lcra).GetRainCounterAsync(Past.Gauge, Past.Day(2026, 9, 1), Past.Day(2026, 9, 30)).ToListAsync();

        Assert.Single(lcra.Asked);
    }

    public void Dispose() => _lcra.Dispose();
}
