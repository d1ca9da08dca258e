using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Replay;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using RainfallSite.Archive;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Archive;

/// <summary>Histories come from the archive, and no visit reaches LCRA.</summary>
public sealed class ArchivePageTests : IDisposable
{
    private const string July = "/sites/3018?from=2026-07-01&to=2026-07-03";
    private const string NotStored = "A part of this time is not stored on this site.";

    private static readonly DateOnly First = new(2026, 7, 1);
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(60);

    private readonly SiteFixture _site = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-archive-");

    private string Connection => $"Data Source={Path.Combine(_folder.FullName, "rain.db")}";

    [Fact]
    public async Task Days_in_the_archive_are_shown_without_a_request()
    {
        await StoreAsync(First, First.AddDays(2), 0.25m, 0.00m, 1.50m);
        _site.With("Archive:ConnectionString", Connection).With(NoHistory);

        string words = PageText.Words(await _site.GetStringAsync(July));

        Assert.Contains("1.75", words, StringComparison.Ordinal);
        Assert.DoesNotContain(NotStored, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_that_are_not_in_the_archive_are_missing_with_a_note_and_without_a_request()
    {
        await StoreAsync(First, First, 0.25m);
        _site.With("Archive:ConnectionString", Connection).With(NoHistory);

        string page = await _site.GetStringAsync(July);

        Assert.Contains(NotStored, PageText.Words(page), StringComparison.Ordinal);
        Assert.Equal(3, PageText.Rows(page).Count(row => row.Contains("Jul", StringComparison.Ordinal)));
        Assert.Contains("Una parte de este tiempo no está guardada", PageText.Words(await _site.GetStringAsync($"/es{July}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_that_fills_requests_what_a_visitor_missed()
    {
        _site.With("Archive:ConnectionString", Connection).With("Archive:Fill", "true");

        Assert.Contains("It will be requested from LCRA in its turn", PageText.Words(await _site.GetStringAsync(July)), StringComparison.Ordinal);

        await using HydrometArchive archive = await HydrometArchive.OpenAsync(new ArchiveOptions { ConnectionString = Connection });
        using CancellationTokenSource timeout = new(WaitTimeout);
        while (!(await archive.GetCoverageAsync(SiteId.Parse("3018"), HistoryParameter.RainDaily, First, First.AddDays(2), timeout.Token)).IsComplete)
        {
            await Task.Yield();
        }

        Assert.NotEmpty(await archive.GetDailyRainfallAsync(SiteId.Parse("3018"), First, First.AddDays(60), cancellationToken: timeout.Token).ToListAsync(timeout.Token));
    }

    [Theory]
    [InlineData("/?site=3018&period=1_day_ago")]
    [InlineData(July)]
    [InlineData("/api/history/3018/daily?from=2026-07-01&to=2026-07-03")]
    public async Task Replicas_on_one_archive_have_one_tag_which_names_its_last_change(string address)
    {
        using SiteFixture other = new();
        await StoreAsync(First, First.AddDays(2), 0.25m, 0.00m, 1.50m);
        _site.With("Archive:ConnectionString", Connection).With(NoHistory);
        other.With("Archive:ConnectionString", Connection).With(NoHistory);
        string before = await TagAsync(_site, address);

        Assert.Equal(before, await TagAsync(other, address));
        using (HttpResponseMessage known = await other.GetAsync(address, ("If-None-Match", before)))
        {
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        }

        await StoreAsync(First, First.AddDays(2), TimeSpan.FromMinutes(1), 0.25m, 0.01m, 1.50m);
        using HttpResponseMessage changed = await other.GetAsync(address, ("If-None-Match", before));

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("/sites/3018?from=2026-06-01&to=2026-07-03")]
    [InlineData("/api/history/3018/daily?from=2026-06-01&to=2026-07-03")]
    public async Task What_lacks_a_part_has_no_tag(string address)
    {
        await StoreAsync(First, First.AddDays(2), 0.25m, 0.00m, 1.50m);
        _site.With("Archive:ConnectionString", Connection).With(NoHistory);

        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, null), (response.StatusCode, response.Headers.ETag));
    }

    [Fact]
    public async Task Readiness_tells_the_queue_and_the_last_sync()
    {
        await using (HydrometArchive archive = await HydrometArchive.OpenAsync(new ArchiveOptions { ConnectionString = Connection }))
        {
            using HydrometClient client = new(new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())), timeProvider: _site.Clock);
            await new ArchiveSync(archive, client, new ArchiveSyncOptions { MinInterval = TimeSpan.Zero }).RunAsync([SiteId.Parse("2268")], [HistoryParameter.RainDaily], First);
        }

        _site.With("Archive:ConnectionString", Connection).With("Archive:Fill", "true").With(NoHistory);

        JsonElement state = await ReadinessAsync(ready => ready.GetProperty("syncOutcome").ValueKind == JsonValueKind.String);
        Assert.Equal(("completed", 0, 0, false), (state.GetProperty("syncOutcome").GetString(), state.GetProperty("failedWindows").GetInt32(), state.GetProperty("queue").GetInt32(), state.GetProperty("blocked").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, state.GetProperty("failure").ValueKind);
    }

    [Fact]
    public async Task Readiness_tells_why_the_archive_is_unavailable_and_is_ready_all_the_same()
    {
        _site.With("Archive:ConnectionString", Connection);

        JsonElement state = await ReadinessAsync(ready => ready.GetProperty("failure").ValueKind == JsonValueKind.String);

        Assert.Equal(("unavailable", JsonValueKind.Null), (state.GetProperty("failure").GetString(), state.GetProperty("queue").ValueKind));
    }

    [Fact]
    public async Task An_archive_that_cannot_be_read_stops_no_other_page()
    {
        _site.With("Archive:ConnectionString", Connection).With(NoHistory);

        Assert.Contains("The stored history is unavailable.", PageText.Words(await _site.GetStringAsync(July)), StringComparison.Ordinal);
        Assert.Contains("2.81", PageText.Words(await _site.GetStringAsync("/?site=3018&period=24_hour")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_network_every_page_has_the_values_that_it_had()
    {
        string[] pages = ["/?site=3018&period=24_hour", "/gauges?all=true", "/lakes", "/rivers", "/compare?sites=3018,2959", July, "/api/history/3018/daily?from=2026-07-01&to=2026-07-03"];
        await StoreAsync(First, First.AddDays(2), 0.25m, 0.00m, 1.50m);
        _site.With("Archive:ConnectionString", Connection).With(NoHistory);
        Dictionary<string, string[]> before = [];
        foreach (string page in pages)
        {
            before.Add(page, ValuesOf(await _site.GetStringAsync(page)));
        }

        _site.With(_ => throw new HttpRequestException("No route to host."));
        await _site.RefreshUntilAsync("/api/rainfall/3018/24_hour", body => body.Contains("\"stale\":true", StringComparison.Ordinal));

        foreach (string page in pages)
        {
            Assert.NotEmpty(before[page]);
            Assert.Equal(before[page], ValuesOf(await _site.GetStringAsync(page)));
        }
    }

    [Fact]
    public void A_process_that_fills_must_know_what()
    {
        _site.With("Archive:Fill", "true");

        Assert.Contains("Archive__ConnectionString must be the file or server that Archive__Fill fills", Assert.Throws<InvalidOperationException>(() => _site.Services).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_brings_the_tables_up_to_date_and_says_so_as_often_as_it_runs()
    {
        Assert.Equal((0, "The archive's tables are up to date.", ""), await RunAsync("migrate", Connection));
        Assert.Equal((0, "The archive's tables are up to date.", ""), await RunAsync("migrate", Connection));
    }

    [Fact]
    public async Task Migrate_of_an_earlier_image_leaves_newer_tables_and_holds_no_revert_back()
    {
        await RunAsync("migrate", Connection);
        await using (SqliteConnection connection = new(Connection))
        {
            await connection.OpenAsync();
            await using SqliteCommand newer = connection.CreateCommand();
            newer.CommandText = "UPDATE archive_changelog SET version = '99' WHERE version = '1'";
            Assert.Equal(1, await newer.ExecuteNonQueryAsync());
            SqliteConnection.ClearPool(connection);
        }

        (int code, string output, string error) = await RunAsync("migrate", Connection);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Nothing was migrated.", output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("sync", Connection)).Code);
    }

    [Fact]
    public async Task Sync_of_a_recording_stores_the_gauges_that_it_has()
    {
        (int code, string output, string error) = await RunAsync("sync", Connection, ("Hydromet:Source", "Replay"));

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(" added, 0 corrected", output, StringComparison.Ordinal);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(new ArchiveOptions { ConnectionString = Connection });
        Assert.Equal(["2268", "2432", "2959", "3018", "4593"], (await archive.GetStatusAsync()).Sites.Where(site => site.Records > 0).Select(site => site.Site.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Migrate_fails_with_the_reason()
    {
        (int code, string output, string error) = await RunAsync("migrate", "");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("Archive__ConnectionString must be", error, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("migrate", $"Data Source={_folder.FullName}/no/such/folder/rain.db")).Code);
    }

    public void Dispose()
    {
        _site.Dispose();
        _folder.Delete(recursive: true);
    }

    // Amounts, levels and flows have decimals; ages have none.
    private static string[] ValuesOf(string body) =>
        [.. Regex.Matches(PageText.Words(body), @"\d+\.\d+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)).Select(value => value.Value)];

    private static HttpResponseMessage? NoHistory(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains("Historic", StringComparison.Ordinal) ? throw new InvalidOperationException($"A visit reached LCRA: {request.RequestUri}") : null;

    private static async Task<(int Code, string Output, string Error)> RunAsync(string command, string connection, params (string Name, string Value)[] settings)
    {
        await using StringWriter output = new(CultureInfo.InvariantCulture);
        await using StringWriter error = new(CultureInfo.InvariantCulture);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Archive:ConnectionString", connection), .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))]).Build();
        int code = await ArchiveCommand.RunAsync(command, configuration, output, error, CancellationToken.None);
        return (code, output.ToString().TrimEnd(), error.ToString().TrimEnd());
    }

    private static async Task<string> TagAsync(SiteFixture site, string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);
        Assert.Equal("public, stale-while-revalidate=10, stale-if-error=300", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        return response.Headers.ETag!.ToString();
    }

    private async Task<JsonElement> ReadinessAsync(Predicate<JsonElement> isRead)
    {
        using CancellationTokenSource timeout = new(WaitTimeout);
        while (true)
        {
            using HttpResponseMessage response = await _site.GetAsync("/readyz");
            using JsonDocument ready = JsonDocument.Parse(await response.Content.ReadAsStringAsync(timeout.Token));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            JsonElement state = ready.RootElement.GetProperty("archive").Clone();
            if (isRead(state))
            {
                return state;
            }

            await Task.Yield();
        }
    }

    private Task StoreAsync(DateOnly first, DateOnly last, params decimal[] inches) => StoreAsync(first, last, TimeSpan.Zero, inches);

    private async Task StoreAsync(DateOnly first, DateOnly last, TimeSpan later, params decimal[] inches)
    {
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(new ArchiveOptions { ConnectionString = Connection });
        ArchiveRequest request = new()
        {
            Site = SiteId.Parse("3018"),
            Parameter = HistoryParameter.RainDaily,
            First = first,
            Last = last,
            RequestedAt = _site.Clock.GetUtcNow() + later,
        };
        await archive.StoreDailyRainfallAsync(request, inches.Select((amount, day) => new DailyRainfall { Day = first.AddDays(day), Inches = amount }));
    }
}
