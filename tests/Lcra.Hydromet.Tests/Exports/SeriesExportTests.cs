using System.Text;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Lcra.Hydromet.Tests.Exports;

/// <summary>Histories and lakes as files.</summary>
public class SeriesExportTests
{
    private static readonly SiteId Marble = SiteId.Parse("3018");
    private static readonly DateOnly First = new(2026, 9, 29);

    [Fact]
    public async Task Daily_rain_has_a_row_for_each_day_and_says_why_a_day_has_no_amount()
    {
        DailyRainfall[] days =
        [
            new() { Day = First.AddDays(1), Inches = 0.00m },
            new() { Day = First.AddDays(2) },
            new() { Day = First.AddDays(3), Inches = 1.62m, IsPartial = true },
        ];

        Assert.Equal(
            """
            site,day,rain_in,status,partial
            LCRA_3018,2026-09-29,,notInFeed,false
            LCRA_3018,2026-09-30,0.00,measured,false
            LCRA_3018,2026-10-01,,blank,false
            LCRA_3018,2026-10-02,1.62,measured,true
            LCRA_3018,2026-10-03,,notInFeed,true

            """,
            await CsvAsync(ExportTables.Daily, await days.ToAsyncEnumerable().OfEachDayAsync(Marble, First, First.AddDays(4), new FakeTimeProvider(TestReports.Morning)).ToArrayAsync()));
    }

    [Fact]
    public async Task Where_the_first_row_cannot_be_read_not_even_a_header_is_written()
    {
        using MemoryStream stream = new();

        await Assert.ThrowsAsync<TimeoutException>(() => RainfallExport.WriteAsync(stream, ExportFormat.Csv, ExportTables.Daily, Failing()));

        Assert.Equal(0, stream.Length);

        static async IAsyncEnumerable<SiteRecord<DailyRainfall>> Failing()
        {
            await Task.Yield();
            yield return Throws();
        }

        static SiteRecord<DailyRainfall> Throws() => throw new TimeoutException();
    }

    [Fact]
    public async Task Accumulated_rain_has_the_rain_of_each_step_and_the_local_day_of_its_time()
    {
        DateTimeOffset start = TestReports.Central(11, 1, 0, 30, year: 2025);
        AccumulatedRainfall[] readings =
            [new(start, 1.00m), new(start.AddMinutes(15), 1.01m), new(start.AddMinutes(90), 1.01m), new(start.AddMinutes(105), 1.04m), new(start.AddHours(24), 1.04m)];

        Assert.Equal(
            """
            site,time_utc,time_central,day,rain_in,accumulated_in,status
            LCRA_3018,2025-11-01T05:30:00Z,2025-11-01T00:30:00-05:00,2025-11-01,,1.00,notInFeed
            LCRA_3018,2025-11-01T05:45:00Z,2025-11-01T00:45:00-05:00,2025-11-01,0.01,1.01,measured
            LCRA_3018,2025-11-01T07:00:00Z,2025-11-01T02:00:00-05:00,2025-11-01,,1.01,notInFeed
            LCRA_3018,2025-11-01T07:15:00Z,2025-11-01T02:15:00-05:00,2025-11-01,0.03,1.04,measured
            LCRA_3018,2025-11-02T05:30:00Z,2025-11-02T00:30:00-05:00,2025-11-02,,1.04,notInFeed

            """,
            await CsvAsync(ExportTables.Accumulated, RainfallStep.Of(readings).Of(Marble)));
    }

    [Fact]
    public async Task Stage_and_discharge_each_have_a_status()
    {
        StreamReading[] readings =
        [
            new() { ObservedAt = TestReports.Central(10, 2, 7), StageFeet = 3.21m, DischargeCubicFeetPerSecond = 120m },
            new() { ObservedAt = TestReports.Central(10, 2, 7, 15), StageFeet = 3.25m },
            new() { ObservedAt = TestReports.Central(10, 2, 7, 30) },
        ];

        Assert.Equal(
            """
            site,time_utc,time_central,day,stage_ft,status,discharge_cfs,discharge_status
            LCRA_2448,2026-10-02T12:00:00Z,2026-10-02T07:00:00-05:00,2026-10-02,3.21,measured,120,measured
            LCRA_2448,2026-10-02T12:15:00Z,2026-10-02T07:15:00-05:00,2026-10-02,3.25,measured,,blank
            LCRA_2448,2026-10-02T12:30:00Z,2026-10-02T07:30:00-05:00,2026-10-02,,blank,,blank

            """,
            await CsvAsync(ExportTables.Streams, readings.Of(SiteId.Parse("2448"))));
    }

    [Fact]
    public async Task Headwater_and_tailwater_each_have_a_status()
    {
        LakeReading[] readings = [new() { ObservedAt = TestReports.Central(10, 2, 7), HeadwaterElevationFeet = 660.12m }];

        Assert.Equal(
            """
            site,time_utc,time_central,day,headwater_ft,status,tailwater_ft,tailwater_status
            LCRA_3963,2026-10-02T12:00:00Z,2026-10-02T07:00:00-05:00,2026-10-02,660.12,measured,,blank

            """,
            await CsvAsync(ExportTables.LakeReadings, readings.Of(SiteId.Parse("3963"))));
    }

    [Fact]
    public async Task Events_have_their_window_coverage_and_whether_data_are_missing_around_them()
    {
        RainEvent[] events =
        [
            new() { Start = TestReports.Central(10, 1, 22), End = TestReports.Central(10, 2, 0), Inches = 2.5m },
            new() { Start = TestReports.Central(10, 2, 22), End = TestReports.Central(10, 3, 1), Inches = 0.31m, Coverage = 2m / 3, GapsAfter = [new SeriesGap(TestReports.Central(10, 3, 1), TestReports.Central(10, 3, 4))] },
        ];

        Assert.Equal(
            """
            site,day,rain_in,status,start_utc,start_central,end_utc,end_central,coverage,incomplete,missing_before,missing_after
            LCRA_3018,2026-10-01,2.5,measured,2026-10-02T03:00:00Z,2026-10-01T22:00:00-05:00,2026-10-02T05:00:00Z,2026-10-02T00:00:00-05:00,1,false,false,false
            LCRA_3018,,0.31,measured,2026-10-03T03:00:00Z,2026-10-02T22:00:00-05:00,2026-10-03T06:00:00Z,2026-10-03T01:00:00-05:00,0.666666,true,false,true

            """,
            await CsvAsync(ExportTables.Events, events.Of(Marble)));
    }

    [Fact]
    public async Task The_wide_table_has_a_column_for_each_gauge_and_a_row_for_each_day()
    {
        SiteId[] sites = [Marble, SiteId.Parse("USGS:08154700")];
        DailyRainfall[][] gauges = [[new() { Day = First, Inches = 0.10m }, new() { Day = First.AddDays(2), Inches = 0.00m }], [new() { Day = First.AddDays(1), Inches = 2.00m }]];

        string csv = await CsvAsync(ExportTables.DailyWide(sites), DailyRainfallRow.Of(gauges, First, First.AddDays(2)));

        Assert.Equal(
            """
            day,LCRA_3018_in,USGS_08154700_in
            2026-09-29,0.10,
            2026-09-30,,2.00
            2026-10-01,0.00,

            """,
            csv);
        Assert.Equal(sites, csv.Split('\n')[0].Split(',')[1..].Select(SiteId.Parse));
    }

    [Theory]
    [InlineData(0, null, "measured")]
    [InlineData(0, 45, "measured")]
    [InlineData(0, 46, "stale")]
    [InlineData(60, 1, "measured")]
    [InlineData(61, null, "stale")]
    public async Task A_level_is_stale_when_it_was_read_long_before_its_report_or_the_report_is_old(int readBefore, int? age, string status)
    {
        DateTimeOffset reported = TestReports.Central(10, 2, 7);
        LakeReport report = new()
        {
            Feed = new FeedStatus { Feed = HydrometFeed.LakeLevels, ReportedAt = reported },
            Findings = [],
            Lakes =
            [
                new() { Site = new Site { Id = Marble, Name = "Travis" }, ElevationFeet = 1m, ObservedAt = reported.AddMinutes(-readBefore) },
                new() { Site = new Site { Id = Marble, Name = "Travis" }, ObservedAt = reported.AddMinutes(-readBefore) },
            ],
        };
        ExportTable<LakeLevel> table = ExportTables.Lakes(report, age is { } minutes ? reported.AddMinutes(minutes) : null);

        string csv = await CsvAsync(table, report.Lakes);
        ExportSummary measured = await RainfallExport.WriteAsync(Stream.Null, ExportFormat.Csv, table, report.Lakes, new ExportOptions { MeasuredOnly = true });

        Assert.Equal([status, "blank"], csv.Split('\n')[1..^1].Select(line => line.Split(',')[4]));
        Assert.Equal(status == "measured" ? 1 : 0, measured.Rows);
    }

    [Fact]
    public async Task Lakes_have_their_report_and_are_points_in_geojson()
    {
        LakeReport report = await TestReports.Client(new StubFeedHandler().With(HydrometFeed.LakeLevels, "plain")).GetLakeLevelsAsync();

        string csv = await CsvAsync(ExportTables.Lakes(report), report.Lakes);

        Assert.StartsWith(
            "site,agency,name,elevation_ft,status,midnight_elevation_ft,storage_acft,full_percent,observed_utc,observed_central,reported_utc,fetched_utc,source,latitude_deg,longitude_deg\n",
            csv,
            StringComparison.Ordinal);
        Assert.Equal(report.Lakes.Count + 2, csv.Split('\n').Length);
        Assert.All(csv.Split('\n')[1..^1], line => Assert.Contains(",LakeLevel.csv,", line, StringComparison.Ordinal));
        using MemoryStream stream = new();
        Assert.Equal(report.Lakes.Count, (await RainfallExport.WriteAsync(stream, ExportFormat.GeoJson, ExportTables.Lakes(report), report.Lakes)).Rows);
    }

    [Fact]
    public async Task A_table_without_places_is_not_geojson()
    {
        using MemoryStream stream = new();

        ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(
            "format", () => RainfallExport.WriteAsync(stream, ExportFormat.GeoJson, ExportTables.Daily, Array.Empty<SiteRecord<DailyRainfall>>()));

        Assert.Contains("CSV or JSON Lines", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    private static async Task<string> CsvAsync<TRow>(ExportTable<TRow> table, IEnumerable<TRow> rows)
    {
        using MemoryStream stream = new();
        await RainfallExport.WriteAsync(stream, ExportFormat.Csv, table, rows);
        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
    }
}
