using System.Net;
using System.Text;
using System.Text.Json;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Replay;

/// <summary>What the replay sends, byte for byte where it matters, before any reader made sense of it.</summary>
public sealed class HistoryReplayTests : IDisposable
{
    private readonly HttpClient _http = ClientOf(HydrometRecording.StormOfOctober2026());

    [Fact]
    public async Task Records_come_newest_first_in_the_recorded_envelope()
    {
        string answer = await _http.GetStringAsync(new Uri("api/HistoricData/GetDataBySite/2268/rainDaily/9-29-2026/10-2-2026", UriKind.Relative));

        Assert.Equal(
            """{"siteId":2268,"siteNumber":2268,"siteName":"South Llano River at Telegraph","isHourly":false,"isDaily":true,"records":[{"dateTime":"2026-10-02T05:00:00Z","value1":0.0},{"dateTime":"2026-10-01T05:00:00Z","value1":7.41},{"dateTime":"2026-09-30T05:00:00Z","value1":0.35},{"dateTime":"2026-09-29T05:00:00Z","value1":0.0}]}""",
            answer);
    }

    [Theory]
    [InlineData("HistoricData/GetDataBySite/2959/rainDaily/7-1-2026/7-31-2026", 32)]
    [InlineData("HistoricData/GetDataBySite/2959/rainDaily/5-1-1997/5-31-1997", 31)]
    [InlineData("HistoricData/GetDataBySite/2959/rainDaily/9-1-2026/10-2-2026", 32)]
    [InlineData("HistoricData/GetDataBySite/3018/rainDaily/6-1-2002/11-28-2002", 164)]
    [InlineData("HistoricData/GetDataBySite/2959/rainDaily/2-18-1998/8-16-1998", 1)]
    [InlineData("CoaHistoricalData/GetDataBySite/950/flow/9-30-2026/10-1-2026", 3)]
    [InlineData("CoaHistoricalData/GetDataBySite/950/flow/9-29-2026/9-30-2026", 0)]
    public async Task Daily_rain_has_a_day_more_than_was_requested_when_there_is_one(string path, int records) =>
        Assert.Equal(records, await CountAsync(path));

    [Theory]
    [InlineData("HistoricData/GetDataBySite/2306/rainDaily/9-1-2026/10-2-2026")]
    [InlineData("HistoricData/GetDataBySite/2959/flow/9-1-2026/10-2-2026")]
    [InlineData("HistoricData/GetDataBySite/2959/rainDaily/9-1-2026/10-2-2026/hourly")]
    [InlineData("HistoricData/GetDataBySite/2268/rainDaily/9-1-1999/10-2-1999")]
    [InlineData("CoaHistoricalData/GetDataBySite/2959/rainDaily/9-1-2026/10-2-2026")]
    public async Task What_was_not_recorded_is_answered_as_an_empty_window(string path) => Assert.Equal(0, await CountAsync(path));

    [Theory]
    [InlineData("1-1-2026/6-30-2026", HttpStatusCode.OK)]
    [InlineData("1-1-2026/7-1-2026", HttpStatusCode.BadRequest)]
    public async Task More_than_180_days_are_refused_as_lcra_refuses_them(string days, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri("api/HistoricData/GetDataBySite/2959/rainDaily/" + days, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(
            status == HttpStatusCode.BadRequest,
            (await response.Content.ReadAsStringAsync()).Equals("Start and End date must be within 180 days of each other", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api/HistoricData/GetDataBySite/2959/rainDaily/9-1-2026")]
    [InlineData("api/HistoricData/GetDataBySite/2959/rainDaily/2026-09-01/2026-10-02")]
    [InlineData("api/GetDataBySite/2959/rain")]
    public async Task An_address_that_only_looks_like_history_throws(string path) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _http.GetAsync(new Uri(path, UriKind.Relative)));

    [Theory]
    [InlineData("3018", "rainDaily", true)]
    [InlineData("3018", "rain", false)]
    [InlineData("2306", "rainDaily", false)]
    [InlineData("COA:950", "flow", true)]
    [InlineData("LCRA:950", "flow", false)]
    [InlineData("USGS:950", "flow", false)]
    public void A_recording_knows_whose_history_it_has(string site, string key, bool isRecorded)
    {
        Assert.True(HistoryParameter.TryParse(key, out HistoryParameter? parameter));
        Assert.Equal(isRecorded, HydrometRecording.StormOfOctober2026().HasHistory(SiteId.Parse(site), parameter));
    }

    [Fact]
    public async Task A_recording_without_any_history_says_so()
    {
        using HttpClient http = ClientOf(new HydrometRecording("nothing", TestReports.Morning, []));

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(
            new Uri("api/HistoricData/GetDataBySite/2959/rainDaily/9-1-2026/10-2-2026", UriKind.Relative)));
    }

    [Fact]
    public async Task Overlapping_windows_of_a_recording_are_one_history()
    {
        using HttpClient http = ClientOf(new HydrometRecording(
            "two windows",
            TestReports.Morning,
            [Window("9-1-2026/9-2-2026", "2026-09-02T12:00:00Z", "2026-09-01T12:00:00Z"), Window("9-2-2026/9-3-2026", "2026-09-03T12:00:00Z", "2026-09-02T12:00:00Z")]));

        string answer = await http.GetStringAsync(new Uri("api/HistoricData/GetDataBySite/2959/rain/9-1-2026/9-30-2026", UriKind.Relative));

        using JsonDocument json = JsonDocument.Parse(answer);
        Assert.Equal(
            ["2026-09-03T12:00:00Z", "2026-09-02T12:00:00Z", "2026-09-01T12:00:00Z"],
            json.RootElement.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("dateTime").GetString()));
    }

    public void Dispose() => _http.Dispose();

    private static RecordedResponse Window(string days, params string[] stamps) => new()
    {
        Path = "api/HistoricData/GetDataBySite/2959/rain/" + days,
        Body = Encoding.UTF8.GetBytes(RecordedHistories.Answer(stamps.Select(stamp => RecordedHistories.Record(stamp)))),
    };

    private static HttpClient ClientOf(HydrometRecording recording) =>
        new(new ReplayHandler(recording)) { BaseAddress = new Uri("http://127.0.0.1/cache/") };

    private async Task<int> CountAsync(string path)
    {
        using JsonDocument json = JsonDocument.Parse(await _http.GetStringAsync(new Uri("api/" + path, UriKind.Relative)));
        return json.RootElement.GetProperty("records").GetArrayLength();
    }
}
