using System.Net;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Replay;

public sealed class ReplayTests : IDisposable
{
    private readonly HttpClient _http = new(new ReplayHandler(HydrometRecording.StormOfOctober2026())) { BaseAddress = new Uri("http://127.0.0.1/cache/") };

    [Theory]
    [InlineData("media/Rainfall.csv", "text/csv")]
    [InlineData("media/Rain5Day.csv", "text/csv")]
    [InlineData("media/RainMonthYear.csv", "text/csv")]
    [InlineData("media/LakeLevel.csv", "text/csv")]
    [InlineData("api/GetDataForAllSites", "application/json")]
    public async Task The_storm_has_a_response_for_each_recorded_address(string path, string mediaType)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, mediaType), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET", "media/Temperature.csv")]
    [InlineData("POST", "media/Rainfall.csv")]
    public async Task A_request_that_was_not_recorded_throws_and_names_itself(string method, string path)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _http.SendAsync(request));

        Assert.Contains($"{method} http://127.0.0.1/cache/{path}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_files_is_a_recording_too()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "api"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "api", "GetDataForAllSites.json"), "[]");

        RecordedResponse answer = Assert.Single(HydrometRecording.FromFolder(folder.FullName, TestReports.Morning).Responses);

        Assert.Equal(("api/GetDataForAllSites", "application/json"), (answer.Path, answer.MediaType));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_clock_stands_at_the_recording_while_timers_run_on()
    {
        ReplayClock clock = new(TestReports.Morning);
        long before = clock.GetTimestamp();

        Assert.Equal(TestReports.Morning, clock.GetUtcNow());
        Assert.True(clock.GetTimestamp() >= before);
    }

    public void Dispose() => _http.Dispose();
}
