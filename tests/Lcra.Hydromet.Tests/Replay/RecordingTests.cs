using System.Net;
using System.Text;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Replay;

public sealed class RecordingTests : IDisposable
{
    private const int Limit = 16 * 1024 * 1024;
    private static readonly Uri Base = new("http://127.0.0.1/cache/");
    private static readonly Uri Lakes = new(Base, "media/LakeLevel.csv");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly FakeTimeProvider _clock = new(TestReports.Morning);

    private string MetadataFile => Path.Combine(_folder.FullName, "media", "LakeLevel.csv.meta.json");

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    public async Task What_was_recorded_is_replayed_with_the_same_bytes_and_the_same_report(string culture)
    {
        using CultureScope scope = new(culture);
        RainfallReport live = await ClientOf(Recorder(TestReports.Feeds()), _clock).GetRainfallAsync(RainfallScope.CsvFeeds);

        HydrometRecording recording = HydrometRecording.FromFolder(_folder.FullName);
        RainfallReport replayed = await ClientOf(new ReplayHandler(recording), new ReplayClock(recording.RecordedAt)).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(TestReports.Morning, recording.RecordedAt);
        Assert.Equal(FeedFile.Read(HydrometFeed.Rainfall, "plain"), recording.Responses.Single(answer => answer.Path == "media/Rainfall.csv").Body.ToArray());
        Assert.Equal(Told(live), Told(replayed));
    }

    [Fact]
    public async Task A_refusal_is_replayed_with_its_status_and_the_time_to_wait()
    {
        HttpMessageHandler recorder = Recorder(new StubFeedHandler().With(
            HydrometFeed.LakeLevels, HttpStatusCode.ServiceUnavailable, answer => answer.Headers.TryAddWithoutValidation("Retry-After", "120")));
        await Assert.ThrowsAsync<HydrometException>(() => ClientOf(recorder, _clock).GetLakeLevelsAsync());

        HydrometException replayed = await Assert.ThrowsAsync<HydrometException>(
            () => ClientOf(new ReplayHandler(HydrometRecording.FromFolder(_folder.FullName)), _clock).GetLakeLevelsAsync());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(2)), (replayed.StatusCode, replayed.RetryAfter));
    }

    [Fact]
    public async Task Only_harmless_headers_and_neither_query_nor_cookie_are_written()
    {
        using HttpClient http = new(Recorder(new StubFeedHandler().With(HydrometFeed.LakeLevels, HttpStatusCode.OK, answer =>
        {
            answer.Content = new StringContent("body", Encoding.UTF8, "text/csv");
            answer.Headers.TryAddWithoutValidation("Set-Cookie", "secret");
            answer.Headers.TryAddWithoutValidation("X-Other", "secret");
            answer.Headers.TryAddWithoutValidation("ETag", "\"1\"");
            answer.Headers.TryAddWithoutValidation("X-Cache-Status", "HIT");
        })));
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "secret");

        using HttpResponseMessage response = await http.GetAsync(new Uri(Lakes, "?key=secret"));

        Assert.Equal("body", await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(
            """
            {
              "method": "GET",
              "path": "media/LakeLevel.csv",
              "status": 200,
              "recordedAt": "2026-10-02T12:02:00+00:00",
              "headers": {
                "Content-Type": "text/csv; charset=utf-8",
                "ETag": "\u00221\u0022",
                "X-Cache-Status": "HIT"
              }
            }
            """,
            await File.ReadAllTextAsync(MetadataFile));
        Assert.Equal(2, _folder.GetFiles("*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("http://127.0.0.1/cache/../outside.csv")]
    [InlineData("http://127.0.0.1/cache/media/../../../outside.csv")]
    [InlineData("http://127.0.0.1/cache/..%2foutside.csv")]
    [InlineData("http://127.0.0.1/cache/media//outside.csv")]
    [InlineData("http://127.0.0.1/cache/media/.hidden")]
    [InlineData("http://127.0.0.1/cache/media/c:outside.csv")]
    [InlineData("http://127.0.0.1/cache/media/x.meta")]
    [InlineData("http://127.0.0.1/cache/")]
    [InlineData("http://127.0.0.1/media/LakeLevel.csv")]
    [InlineData("http://localhost/cache/media/LakeLevel.csv")]
    public async Task An_address_that_leads_out_of_the_folder_is_refused_before_it_is_requested(string address)
    {
        StubFeedHandler feeds = new();
        using HttpClient http = new(Recorder(feeds));
        Uri raw = new(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(raw));

        Assert.Empty(feeds.Requested);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task Of_two_responses_to_one_address_the_newest_stays()
    {
        int asked = 0;
        using HttpClient http = new(Recorder(new StubFeedHandler().With(HydrometFeed.LakeLevels, _ =>
            Task.FromResult(new HttpResponseMessage(++asked == 1 ? HttpStatusCode.OK : HttpStatusCode.BadGateway) { Content = new StringContent($"answer {asked}") }))));

        using HttpResponseMessage first = await http.GetAsync(Lakes);
        _clock.Advance(TimeSpan.FromHours(1));
        using HttpResponseMessage second = await http.GetAsync(Lakes);

        HydrometRecording recording = HydrometRecording.FromFolder(_folder.FullName);
        RecordedResponse kept = Assert.Single(recording.Responses);
        Assert.Equal((HttpStatusCode.BadGateway, "answer 2"), (kept.StatusCode, Encoding.UTF8.GetString(kept.Body.Span)));
        Assert.Equal(TestReports.Morning.AddHours(1), recording.RecordedAt);
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(1, true, false)]
    [InlineData(1, false, false)]
    public async Task A_body_over_the_limit_is_passed_through_and_not_recorded(int over, bool lengthIsKnown, bool isRecorded)
    {
        byte[] body = new byte[Limit + over];
        body[^1] = body[70_000] = 1;
        using HttpClient http = new(Recorder(new StubFeedHandler().With(HydrometFeed.LakeLevels, HttpStatusCode.OK, answer =>
            answer.Content = lengthIsKnown ? new ByteArrayContent(body) : new StreamContent(new Unmeasured(body)) { Headers = { { "X-Kept", "yes" } } })));

        using HttpResponseMessage response = await http.GetAsync(Lakes, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(!lengthIsKnown, response.Content.Headers.Contains("X-Kept"));
        Assert.True((await response.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(body));
        Assert.Equal(isRecorded, File.Exists(MetadataFile));
    }

    [Fact]
    public async Task Neither_a_failure_nor_a_cancelled_request_nor_a_post_is_recorded()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        StubFeedHandler feeds = new StubFeedHandler()
            .With(HydrometFeed.LakeLevels, _ => throw new HttpRequestException("no route"))
            .With(HydrometFeed.AllSites, HttpStatusCode.OK)
            .With(HydrometFeed.Rainfall, _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Unmeasured([1])) }));
        using HttpMessageInvoker http = new(Recorder(feeds));
        using HttpRequestMessage lakes = new(HttpMethod.Get, Lakes);
        using HttpRequestMessage rain = new(HttpMethod.Get, new Uri(Base, "media/Rainfall.csv"));
        using HttpRequestMessage post = new(HttpMethod.Post, new Uri(Base, "api/GetDataForAllSites"));

        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(lakes, CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.SendAsync(rain, cancelled.Token));
        using HttpResponseMessage posted = await http.SendAsync(post, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_says_so()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "media"), "a file in the way");
        using HttpClient http = new(Recorder(new StubFeedHandler().With(HydrometFeed.LakeLevels, HttpStatusCode.OK)));

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(Lakes));

        Assert.Contains("media/LakeLevel.csv could not be written", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Told(RainfallReport report) =>
        report.Gauges.SelectMany(gauge => RainfallPeriod.All.Select(period => gauge[period]))
            .Select(total => $"{total} {total.Missing} {total.Source.FetchedAt:O}");

    private static HydrometClient ClientOf(HttpMessageHandler handler, TimeProvider clock) =>
        new(new HttpClient(handler), new HydrometClientOptions { BaseAddress = Base }, clock);

    private RecordingHandler Recorder(HttpMessageHandler network) => new(_folder.FullName, Base, _clock) { InnerHandler = network };

    private sealed class Unmeasured(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}
