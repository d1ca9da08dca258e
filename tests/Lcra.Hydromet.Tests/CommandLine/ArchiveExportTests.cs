using System.Globalization;
using System.Net;
using System.Text.Json;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.CommandLine;
using Lcra.Hydromet.Tests.Readers;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary><c>hydromet archive export</c> of an archive with two gauges' readings over the end of a year.</summary>
public sealed class ArchiveExportTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = CentralTime.At(new(2025, 12, 31, 20, 0, 0, TimeSpan.FromHours(-6)));
    private static readonly SiteId Hamilton = SiteId.Parse("3018");
    private static readonly SiteId MarbleFalls = SiteId.Parse("2959");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Store => PathOf("rain.db");

    public async Task InitializeAsync()
    {
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(ArchiveOptions.ForFile(Store), new FakeTimeProvider(Start.AddDays(2)));
        await archive.StoreAccumulatedRainfallAsync(Request(Hamilton, HistoryParameter.Rain), Counts());
        await archive.StoreAccumulatedRainfallAsync(Request(MarbleFalls, HistoryParameter.Rain), Counts().Select(reading => reading with { Inches = 7 }));
        await archive.StoreDailyRainfallAsync(Request(Hamilton, HistoryParameter.RainDaily), [Day(-2, 0.11m), Day(0, 0.12m)]);
        await archive.StoreDailyRainfallAsync(Request(MarbleFalls, HistoryParameter.RainDaily), [Day(0, 0.00m)]);
        await archive.StoreHistoryAsync(Request(Hamilton, HistoryParameter.Flow), [Record(0, 8.25m, 120.5m), Record(1, 8.30m, null), Record(20, null, null)]);
        await archive.StoreHistoryAsync(Request(Hamilton, HistoryParameter.LakeLevel), [Record(0, 1019.55m, 890.10m), Record(20, 1019.56m, null)]);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Each_reading_has_the_rain_of_its_step_also_the_first_after_the_requested_day_began()
    {
        string[] whole = await LinesAsync("--table", "accumulated", "--sites", "3018");
        string[] year = await LinesAsync("--table", "accumulated", "--sites", "3018", "--from", "2026-01-01", "--to", "2026-01-01");
        string[] longest = await LinesAsync("--table", "accumulated", "--sites", "3018", "--from", "1900-01-01", "--to", "9998-12-31");

        Assert.Equal("site,time_utc,time_central,day,rain_in,accumulated_in,status", whole[0]);
        Assert.Equal("LCRA_3018,2026-01-01T02:00:00Z,2025-12-31T20:00:00-06:00,2025-12-31,,10.00,notInFeed", whole[1]);
        Assert.Equal("LCRA_3018,2026-01-01T05:45:00Z,2025-12-31T23:45:00-06:00,2025-12-31,0.02,10.02,measured", whole[16]);
        Assert.Equal("LCRA_3018,2026-01-01T06:00:00Z,2026-01-01T00:00:00-06:00,2026-01-01,0.03,10.05,measured", whole[17]);
        Assert.Equal(whole[17..], year[1..]);
        Assert.Equal(whole, longest);
        Assert.Equal(81, whole.Length - 1);
    }

    // Half a year of silence, a glitch that lasts 50 days over the end of a month, and a reset that only a later rise explains.
    [Fact]
    public async Task The_rows_of_a_span_are_those_of_the_whole_whatever_lies_before_and_behind_it()
    {
        DateTimeOffset start = CentralTime.StartOfDay(new DateOnly(2024, 1, 1));
        (double Days, decimal Inches)[] readings = [(0, 50.00m), (1, 50.10m), (200, 50.75m), (202, 50.75m), (210, 3.00m), (235, 3.05m), (260, 50.80m), (262, 50.85m), (264, 50.85m), (300, 0.00m), (340, 0.40m), (400, 20.00m), (401, 26.00m), (403, 26.00m)];
        await using (HydrometArchive archive = await HydrometArchive.OpenAsync(ArchiveOptions.ForFile(Store), new FakeTimeProvider(Start.AddDays(2))))
        {
            ArchiveRequest request = Request(SiteId.Parse("2268"), HistoryParameter.Rain) with { First = new DateOnly(2024, 1, 1), Last = new DateOnly(2025, 2, 28) };
            await archive.StoreAccumulatedRainfallAsync(request, readings.Select(reading => new AccumulatedRainfall(CentralTime.At(start.AddDays(reading.Days).AddHours(1)), reading.Inches)));
        }

        foreach (string table in new[] { "accumulated", "events" })
        {
            string[] whole = await LinesAsync("--table", table, "--sites", "2268");
            List<string> parts = [whole[0]];
            for (DateOnly month = new(2024, 1, 1); month < new DateOnly(2025, 3, 1); month = month.AddMonths(1))
            {
                ToolRun run = await RunAsync(
                    "--table", table, "--sites", "2268", "--from", month.ToString("o", CultureInfo.InvariantCulture), "--to", month.AddMonths(1).AddDays(-1).ToString("o", CultureInfo.InvariantCulture));
                parts.AddRange(run.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]);
            }

            Assert.Equal(whole, parts);
            Assert.InRange(whole.Length, 3, 20);
        }

        // With a hundred gauges a wide table is read 20 days at once.
        ToolRun wide = await RunAsync("--table", "accumulated-wide", "--sites", $"2268,{string.Join(',', Enumerable.Range(7000, 99))}");
        string[] amounts = [.. (await LinesAsync("--table", "accumulated", "--sites", "2268"))[1..].Select(line => line.Split(',')[4])];
        Assert.Equal(amounts, wide.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Split(',')[3]));
    }

    [Fact]
    public async Task A_set_of_years_that_breaks_off_says_how_many_are_there_and_fails()
    {
        string rain = Path.Combine("out", "parameter=rain");
        Directory.CreateDirectory(PathOf(rain));
        await File.WriteAllTextAsync(PathOf(Path.Combine(rain, "year=2026")), "in the way");

        ToolRun run = await RunAsync("--table", "accumulated", "--parquet", PathOf("out"), "--by-year");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("The export broke off: 1 of 2 years are written, and the folder is not whole. Run it again.\n", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(Path.Combine(rain, "year=2025", "rows.parquet") + ": 32 rows\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_belongs_to_the_day_on_which_it_began()
    {
        string[] whole = await LinesAsync("--table", "events");
        string[] year = await LinesAsync("--table", "events", "--from", "2026-01-01");

        Assert.Equal(
            [
                "site,day,rain_in,status,start_utc,start_central,end_utc,end_central,coverage,incomplete,missing_before,missing_after",
                "LCRA_3018,2025-12-31,0.05,measured,2026-01-01T05:30:00Z,2025-12-31T23:30:00-06:00,2026-01-01T06:00:00Z,2026-01-01T00:00:00-06:00,1,true,true,false",
                "LCRA_3018,2026-01-01,0.10,measured,2026-01-01T14:45:00Z,2026-01-01T08:45:00-06:00,2026-01-01T15:00:00Z,2026-01-01T09:00:00-06:00,1,false,false,false",
            ],
            whole);
        Assert.Equal([whole[0], whole[2]], year);
    }

    [Fact]
    public async Task Stage_discharge_and_lakes_have_a_status_for_each_value()
    {
        Assert.Equal(
            [
                "site,time_utc,time_central,day,stage_ft,status,discharge_cfs,discharge_status",
                "LCRA_3018,2026-01-01T02:00:00Z,2025-12-31T20:00:00-06:00,2025-12-31,8.25,measured,120.50,measured",
                "LCRA_3018,2026-01-01T03:00:00Z,2025-12-31T21:00:00-06:00,2025-12-31,8.30,measured,,blank",
                "LCRA_3018,2026-01-01T22:00:00Z,2026-01-01T16:00:00-06:00,2026-01-01,,blank,,blank",
            ],
            await LinesAsync("--table", "streams"));
        Assert.Equal(
            [
                "site,time_utc,time_central,day,headwater_ft,status,tailwater_ft,tailwater_status",
                "LCRA_3018,2026-01-01T02:00:00Z,2025-12-31T20:00:00-06:00,2025-12-31,1019.55,measured,890.10,measured",
                "LCRA_3018,2026-01-01T22:00:00Z,2026-01-01T16:00:00-06:00,2026-01-01,1019.56,measured,,blank",
            ],
            await LinesAsync("--table", "lakes"));
    }

    [Fact]
    public async Task Days_before_a_gauges_first_one_are_no_rows_and_counted()
    {
        ToolRun all = await RunAsync("--table", "daily", "--from", "2025-12-29");
        ToolRun late = await RunAsync("--table", "daily", "--sites", "2959", "--to", "2026-01-02");

        Assert.Equal(
            """
            site,day,rain_in,status,partial
            LCRA_2959,2026-01-01,0.00,measured,false
            LCRA_3018,2025-12-30,0.11,measured,false
            LCRA_3018,2025-12-31,,notInFeed,false
            LCRA_3018,2026-01-01,0.12,measured,false

            """.ReplaceLineEndings("\r\n"),
            all.Output);
        Assert.Equal((0, "4 days before the first one in the archive of their gauge left out.\n"), (all.ExitCode, all.Error));
        Assert.Equal("", late.Error);
        Assert.EndsWith("\r\nLCRA_2959,2026-01-02,,notRequested,false\r\n", late.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wide_tables_have_a_row_for_each_instant_and_a_column_for_each_gauge()
    {
        string[] rain = await LinesAsync("--table", "accumulated-wide", "--sites", "3018,2959", "--from", "2026-01-01");
        string[] stage = await LinesAsync("--table", "streams-wide");
        string[] lakes = await LinesAsync("--table", "lakes-wide", "--from", "1900-01-01", "--to", "9998-12-31");
        ToolRun none = await RunAsync("--table", "lakes-wide", "--from", "2040-01-01", "--to", "2040-01-02");

        Assert.Equal(
            ["time_utc,time_central,day,LCRA_3018_in,LCRA_2959_in", "2026-01-01T06:00:00Z,2026-01-01T00:00:00-06:00,2026-01-01,0.03,0.00", "2026-01-01T06:15:00Z,2026-01-01T00:15:00-06:00,2026-01-01,0.00,0.00"], rain[..3]);
        Assert.Equal(65, rain.Length - 1);
        Assert.Equal(["time_utc,time_central,day,LCRA_3018_stage_ft", "2026-01-01T02:00:00Z,2025-12-31T20:00:00-06:00,2025-12-31,8.25"], stage[..2]);
        Assert.Equal("2026-01-01T22:00:00Z,2026-01-01T16:00:00-06:00,2026-01-01,", stage[^1]);
        Assert.Equal(["2026-01-01T02:00:00Z,2025-12-31T20:00:00-06:00,2025-12-31,1019.55", "2026-01-01T22:00:00Z,2026-01-01T16:00:00-06:00,2026-01-01,1019.56"], lakes[1..]);
        Assert.Equal((1, "time_utc,time_central,day,LCRA_3018_headwater_ft\r\n"), (none.ExitCode, none.Output));
    }

    [Fact]
    public void The_days_of_a_wide_table_are_read_in_parts_that_fit_in_memory()
    {
        (DateOnly First, DateOnly Last) archived = (new(2020, 1, 1), new(2025, 12, 31));

        IReadOnlyList<(DateOnly First, DateOnly Last)> parts = ArchiveWideRows.PartsOf(archived, (DateOnly.MinValue, new(2024, 12, 31)), siteCount: 400);

        Assert.Equal((archived.First, new DateOnly(2024, 12, 31)), (parts[0].First, parts[^1].Last));
        Assert.All(parts, part => Assert.InRange(part.Last.DayNumber - part.First.DayNumber + 1, 1, 5));
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Last.AddDays(1), pair.Second.First));
        Assert.Empty(ArchiveWideRows.PartsOf(archived, (new(2026, 1, 1), new(2026, 1, 2)), siteCount: 1));
    }

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData("America/Chicago")]
    public async Task Parquet_by_year_has_every_reading_once_and_whole_years_whatever_days_are_requested(string zone)
    {
        ToolRun all = await RunAsync("--table", "accumulated", "--parquet", PathOf("out"), "--by-year");
        ToolRun again = await RunAsync("--table", "accumulated", "--parquet", PathOf("out"), "--by-year", "--from", "2026-01-01", "--to", "2026-01-01");
        string output = await ReaderProgram.RunAsync(
            ReaderProgram.Node,
            """
            const { parquetReadObjects, asyncBufferFromFile } = await import('hyparquet');
            const { compressors } = await import('hyparquet-compressors');
            const sum = rows => rows.reduce((sum, row) => sum + (row.rain_in_hundredths ?? 0), 0);
            for (const year of [2025, 2026]) {
              const rows = await parquetReadObjects({ file: await asyncBufferFromFile(`out/parameter=rain/year=${year}/rows.parquet`), compressors });
              console.log(year, rows.length, rows.filter(row => typeof row.rain_in === 'number').length, sum(rows));
              const night = rows.filter(row => row.site === 'LCRA_3018' && row.time_utc >= new Date('2026-01-01T06:00:00Z') && row.time_utc < new Date('2026-01-01T12:00:00Z'));
              console.log(night.length, sum(night));
            }
            """,
            _folder.FullName,
            zone);

        Assert.Equal((0, 0), (all.ExitCode, again.ExitCode));
        Assert.Equal("2025 32 30 2\n0 0\n2026 130 130 13\n24 3\n", output);
        Assert.EndsWith(Path.Combine("out", "parameter=rain", "year=2026", "rows.parquet") + ": 130 rows\n", again.Output, StringComparison.Ordinal);
        Assert.Equal(["rows.parquet", "rows.parquet"], _folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.DirectoryName!.Contains("year=", StringComparison.Ordinal)).Select(file => file.Name));
    }

    [Fact]
    public async Task A_gauge_that_the_archive_lacks_is_named_and_so_is_a_store_that_is_not_there()
    {
        ToolRun beside = await RunAsync("--table", "daily", "--sites", "2959,4711");
        ToolRun late = await RunAsync("--table", "daily", "--sites", "2959", "--from", "2040-01-01");
        ToolRun alone = await RunAsync("--table", "daily", "--sites", "4711,4712");
        ToolRun nowhere = await ToolRun.OfAsync("archive", "status", "--store", PathOf("nope.db"));
        await File.WriteAllTextAsync(PathOf("notes.txt"), "day,rain_in\n");
        ToolRun text = await ToolRun.OfAsync("archive", "status", "--store", PathOf("notes.txt"));

        Assert.Contains("The archive has no rainDaily of LCRA:4711.\n", beside.Error, StringComparison.Ordinal);
        Assert.Contains("The archive has no rainDaily of LCRA:4711, LCRA:4712: fill it", alone.Error, StringComparison.Ordinal);
        Assert.Contains("--from must not be after the last day in the archive, 20", late.Error, StringComparison.Ordinal);
        Assert.Contains("there is no such file", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("SQLite database", text.Error, StringComparison.Ordinal);
        Assert.Equal((0, 2, 4, 4), (beside.ExitCode, late.ExitCode, nowhere.ExitCode, text.ExitCode));
    }

    [Fact]
    public async Task Findings_are_listed_with_the_newest_request_first_and_a_site_without_a_history_is_named()
    {
        await using (HydrometArchive archive = await HydrometArchive.OpenAsync(ArchiveOptions.ForFile(Store), new FakeTimeProvider(Start.AddDays(2))))
        {
            ArchiveRequest later = Request(Hamilton, HistoryParameter.RainDaily) with { RequestedAt = Start.AddDays(3), Sha256 = new string('b', 64) };
            await archive.StoreDailyRainfallAsync(later, [Day(0, 0.125m)]);
        }

        ToolRun all = await FindingsAsync();
        ToolRun json = await FindingsAsync("--sites", "3018", "--take", "1", "--json");
        ToolRun none = await FindingsAsync("--sites", "2959,4711");
        ToolRun unknown = await FindingsAsync("--sites", "4711");
        ToolRun tooMany = await FindingsAsync("--take", "1001");

        string[] lines = all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, "2 findings.\n"), (lines.Length, all.Error));
        Assert.StartsWith("LCRA:3018 rainDaily, requested 2026-01-03 20:00 -06:00 for ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(": 0.125 at 2026-01-01 00:00 -06:00 is finer than a hundredth; the archive has 0.12.", lines[0], StringComparison.Ordinal);
        Assert.Contains("1 values of the window are in the archive and not in this response; they stay.", lines[1], StringComparison.Ordinal);
        using JsonDocument finding = JsonDocument.Parse(json.Output);
        Assert.Equal(("LCRA_3018", "unevenValue", "2026-01-03T20:00:00-06:00"), (Member(finding, "site"), Member(finding, "kind"), Member(finding, "requested_central")));
        Assert.Equal((0, "", "The archive has no history of LCRA:4711.\n0 findings.\n"), (none.ExitCode, none.Output, none.Error));
        Assert.Equal((0, 0, 1, 2), (all.ExitCode, json.ExitCode, unknown.ExitCode, tooMany.ExitCode));

        Task<ToolRun> FindingsAsync(params string[] arguments) => ToolRun.OfAsync(["archive", "findings", .. arguments, "--store", Store]);
        static string? Member(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Years_outside_the_archive_make_no_file_and_that_is_said()
    {
        ToolRun run = await RunAsync("--table", "accumulated", "--from", "2020-01-01", "--to", "2020-01-02", "--parquet", PathOf("years"), "--by-year");

        Assert.Equal((1, "", "The table accumulated has no row of these gauges and days. That does not mean that it was dry.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("accumulated", "The table accumulated has no row of these gauges and days. That does not mean that it was dry.\n")]
    [InlineData("lakes", "The table lakes has no row of these gauges and days.\n")]
    public async Task A_table_without_a_row_says_so(string table, string message)
    {
        ToolRun run = await RunAsync("--table", table, "--from", "2020-01-01", "--to", "2020-01-02");

        Assert.Equal((1, message), (run.ExitCode, run.Error));
        Assert.Single(run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_parquet_file_is_replaced_only_by_a_whole_one_with_rows()
    {
        string file = PathOf("events.parquet");
        ToolRun run = await RunAsync("--table", "events", "--parquet", file);
        byte[] written = await File.ReadAllBytesAsync(file);

        await Assert.ThrowsAsync<TimeoutException>(() => new ArchiveParquetOutput(file, new ExportOptions()).WriteAsync(ExportTables.Events, Failing(), CancellationToken.None));

        Assert.Equal($"{file}: 2 rows\n", run.Output);
        Assert.Equal("PAR1"u8, written.AsSpan(0, 4));
        Assert.Equal(written, await File.ReadAllBytesAsync(file));
        Assert.Equal(1, (await RunAsync("--table", "events", "--parquet", file, "--sites", "2959")).ExitCode);
        Assert.Equal(written, await File.ReadAllBytesAsync(file));
        Assert.Single(_folder.EnumerateFiles("*events*"));

        static async IAsyncEnumerable<SiteRecord<RainEvent>> Failing()
        {
            await Task.Yield();
            yield return Throws();
        }

        static SiteRecord<RainEvent> Throws() => throw new TimeoutException();
    }

    [Theory]
    [InlineData("--by-year applies to --parquet.", "--by-year")]
    [InlineData("Choose --csv, --json or --parquet.", "--parquet", "a.parquet", "--json")]
    [InlineData("The name of a Parquet file ends with .parquet", "--parquet", "/dev/null")]
    [InlineData("--by-year applies to the tables", "--parquet", "a", "--by-year", "--table", "events")]
    [InlineData("--sites is empty: name at least one.", "--sites", "")]
    public async Task Options_that_do_not_fit_are_told(string message, params string[] arguments)
    {
        ToolRun run = await RunAsync([.. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_without_the_native_library_is_told_from_other_failures()
    {
        Assert.True(ArchiveParquetOutput.IsWithoutLibrary(new TypeInitializationException("ParquetSharp", new DllNotFoundException())));
        Assert.False(ArchiveParquetOutput.IsWithoutLibrary(new IOException()));
    }

    // Two spells with 8.75 hours between, the first over midnight.
    private static IEnumerable<AccumulatedRainfall> Counts() => Enumerable.Range(0, 81).Select(place =>
        new AccumulatedRainfall(CentralTime.At(Start.AddMinutes(15 * place)), 10.00m + (place >= 15 ? 0.02m : 0) + (place >= 16 ? 0.03m : 0) + (place >= 52 ? 0.10m : 0)));

    private static DailyRainfall Day(int day, decimal inches) => new() { Day = new DateOnly(2026, 1, 1).AddDays(day), Inches = inches };

    private static HistoryRecord Record(int hours, decimal? first, decimal? second) => new() { ObservedAt = CentralTime.At(Start.AddHours(hours)), Value1 = first, Value2 = second };

    private static ArchiveRequest Request(SiteId site, HistoryParameter parameter) => new()
    {
        Site = site,
        Parameter = parameter,
        First = new DateOnly(2025, 12, 30),
        Last = new DateOnly(2026, 1, 1),
        RequestedAt = Start.AddDays(2),
        Address = new Uri("https://hydromet.lcra.org/api/HistoricData"),
        StatusCode = HttpStatusCode.OK,
        Sha256 = new string('a', 64),
    };

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task<string[]> LinesAsync(params string[] arguments)
    {
        ToolRun run = await RunAsync(arguments);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.OfAsync(["archive", "export", .. arguments, "--store", Store]);
}
