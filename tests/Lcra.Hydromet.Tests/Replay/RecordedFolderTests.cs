using System.Net;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Replay;

public sealed class RecordedFolderTests : IDisposable
{
    private const string Window = "api/HistoricData/GetDataBySite/2959/rain/9-1-2026/9-2-2026";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task A_folder_without_metadata_needs_a_moment()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "LakeLevel.csv"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "LakeLevel.csv.half.tmp"), "half");

        Assert.Throws<InvalidDataException>(() => HydrometRecording.FromFolder(_folder.FullName));
        RecordedResponse answer = Assert.Single(HydrometRecording.FromFolder(_folder.FullName, TestReports.Morning).Responses);

        Assert.Equal(("LakeLevel.csv", HttpStatusCode.OK, 0, null), (answer.Path, answer.StatusCode, answer.Headers.Count, answer.RecordedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "path": "x", "status": 12, "recordedAt": "2026-10-02T12:00:00Z", "headers": {} }""")]
    [InlineData("""{ "path": "x", "status": 200, "recordedAt": "02.10.2026", "headers": {} }""")]
    public async Task Metadata_that_cannot_be_read_names_its_file(string metadata)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "LakeLevel.csv"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "LakeLevel.csv.meta.json"), metadata);

        InvalidDataException failure = Assert.Throws<InvalidDataException>(() => HydrometRecording.FromFolder(_folder.FullName, TestReports.Morning));

        Assert.Contains("LakeLevel.csv.meta.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_window_of_history_is_answered_as_it_was_and_others_are_put_together()
    {
        string recorded = RecordedHistories.Answer(RecordedHistories.Record("2026-09-02T12:00:00Z"), RecordedHistories.Record("2026-09-01T12:00:00Z"));
        using HttpClient live = new(new RecordingHandler(_folder.FullName, new Uri("http://127.0.0.1/"), new FakeTimeProvider(TestReports.Morning))
        {
            InnerHandler = new StubHistoryHandler(_ => recorded),
        });
        await live.GetStringAsync(new Uri("http://127.0.0.1/" + Window));

        using HttpClient replay = new(new ReplayHandler(HydrometRecording.FromFolder(_folder.FullName)));

        Assert.Equal(recorded, await replay.GetStringAsync(new Uri("http://127.0.0.1/" + Window)));
        Assert.Contains("2026-09-02", await replay.GetStringAsync(new Uri("http://127.0.0.1/" + Window.Replace("9-1", "9-2", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_records_and_replays_under_a_chosen_clock()
    {
        ServiceCollection services = new();
        services.AddHydrometClient(options => options.BaseAddress = new Uri("http://127.0.0.1/cache")).UseReplay().RecordTo(_folder.FullName);
        await using ServiceProvider live = services.BuildServiceProvider();
        await live.GetRequiredService<HydrometClient>().GetLakeLevelsAsync();

        HydrometRecording recording = HydrometRecording.FromFolder(_folder.FullName);
        FakeTimeProvider clock = new(recording.RecordedAt.AddHours(3));
        ServiceCollection later = new();
        later.AddHydrometClient().UseReplay(recording, clock);
        await using ServiceProvider replay = later.BuildServiceProvider();
        LakeReport report = await replay.GetRequiredService<HydrometClient>().GetLakeLevelsAsync();

        Assert.Equal(HydrometRecording.StormOfOctober2026().RecordedAt, recording.RecordedAt);
        Assert.Same(clock, replay.GetRequiredService<TimeProvider>());
        Assert.Equal(recording.RecordedAt.AddHours(3), report.Feed.FetchedAt);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
