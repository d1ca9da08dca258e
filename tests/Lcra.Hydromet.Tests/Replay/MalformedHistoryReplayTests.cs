using System.Text;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Replay;

/// <summary>A recorded history with a malformed body gives what the same body gives live.</summary>
public class MalformedHistoryReplayTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"records\": 7 }")]
    [InlineData("{ \"records\": null }")]
    [InlineData("{ \"records\": [7] }")]
    [InlineData("{ \"records\": [{}] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": 7 }] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"yesterday\" }] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"2026-10-01T12:00:00\" }] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"2026-10-01T12:00:00Z\", \"value1\": 1.25 }, {}] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"2026-10-01T12:00:00Z\", \"value1\": 1.25 }, { \"dateTime\": \"2026-10-01T12:00:00Z\" }] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"20261001T120000Z\", \"value1\": 1.25 }] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"2026-09-30T24:00:00-05:00\", \"value1\": 1.25 }, { \"dateTime\": \"2026-10-01T24:00:01-05:00\" }] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"\\ud800\", \"value1\": 1.25 }] }")]
    [InlineData("{ \"records\": [{ \"dateTime\": \"2026-10-01T12:00:00Z\"")]
    [InlineData("<html>down</html>")]
    public async Task Replay_and_live_give_the_same_records_or_the_same_exception(string body) =>
        Assert.Equal(await OutcomeAsync(new StubHistoryHandler(_ => body)), await OutcomeAsync(new ReplayHandler(Recording(body))));

    private static HydrometRecording Recording(string body) => new(
        "a malformed history",
        TestReports.Morning,
        [new RecordedResponse { Path = "api/HistoricData/GetDataBySite/2959/rain/10-1-2026/10-1-2026", Body = Encoding.UTF8.GetBytes(body) }]);

    private static async Task<string> OutcomeAsync(HttpMessageHandler handler)
    {
        using (handler)
        {
            try
            {
                List<HistoryRecord> records = await RecordedHistories.Client(handler).GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.Rain, Day, Day).ToListAsync();
                return string.Join('\n', records);
            }
            catch (HydrometException failure)
            {
                return $"{failure.GetType().Name} {failure.Kind}";
            }
        }
    }
}
