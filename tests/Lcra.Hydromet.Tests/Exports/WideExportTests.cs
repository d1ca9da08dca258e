using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Exports;

/// <summary>Files with a column for each site.</summary>
public class WideExportTests
{
    private static readonly SiteId[] Sites = [SiteId.Parse("3018"), SiteId.Parse("USGS:08154700")];
    private static readonly DateTimeOffset Start = TestReports.Central(11, 2, 0, 45, year: 2025);

    // The hour from 1:00 to 2:00 comes twice.
    private static readonly RainfallStep[][] Gauges =
    [
        [Step(0, null), Step(15, 0.01m), Step(75, 0.02m), Step(90, 0.00m)],
        [Step(7, 0.10m), Step(15, 0.00m), Step(90, 0.30m)],
    ];

    [Fact]
    public async Task Accumulated_rain_has_a_row_for_each_instant_of_any_gauge_and_an_empty_cell_is_no_reading_or_no_amount()
    {
        Assert.Equal(
            """
            time_utc,time_central,day,LCRA_3018_in,USGS_08154700_in
            2025-11-02T05:45:00Z,2025-11-02T00:45:00-05:00,2025-11-02,,
            2025-11-02T05:52:00Z,2025-11-02T00:52:00-05:00,2025-11-02,,0.10
            2025-11-02T06:00:00Z,2025-11-02T01:00:00-05:00,2025-11-02,0.01,0.00
            2025-11-02T07:00:00Z,2025-11-02T01:00:00-06:00,2025-11-02,0.02,
            2025-11-02T07:15:00Z,2025-11-02T01:15:00-06:00,2025-11-02,0.00,0.30

            """,
            await CsvAsync(ExportTables.AccumulatedWide(Sites), ReadingRow.OfAsync(Gauges.Select(steps => steps.ToAsyncEnumerable()))));
    }

    [Fact]
    public async Task Rows_in_which_a_site_has_no_value_can_be_left_out_and_are_counted()
    {
        ExportSummary summary = await RainfallExport.WriteAsync(
            Stream.Null, ExportFormat.Csv, ExportTables.AccumulatedWide(Sites), ReadingRow.OfAsync(Gauges.Select(steps => steps.ToAsyncEnumerable())), new ExportOptions { MeasuredOnly = true });

        Assert.Equal((2, 3), (summary.Rows, summary.MissingLeftOut));
    }

    [Fact]
    public async Task Stage_and_lakes_name_what_they_measure()
    {
        StreamReading[] river = [new() { ObservedAt = Start, StageFeet = -1.20m, DischargeCubicFeetPerSecond = 3 }];
        LakeReading[] lake = [new() { ObservedAt = Start, HeadwaterElevationFeet = 681.10m, TailwaterElevationFeet = 492 }];

        Assert.Equal(
            "time_utc,time_central,day,LCRA_3018_stage_ft\n2025-11-02T05:45:00Z,2025-11-02T00:45:00-05:00,2025-11-02,-1.20\n",
            await CsvAsync(ExportTables.StreamsWide(Sites[..1]), ReadingRow.OfAsync([river.ToAsyncEnumerable()])));
        Assert.Equal(
            "time_utc,time_central,day,LCRA_3018_headwater_ft\n2025-11-02T05:45:00Z,2025-11-02T00:45:00-05:00,2025-11-02,681.10\n",
            await CsvAsync(ExportTables.LakeReadingsWide(Sites[..1]), ReadingRow.OfAsync([lake.ToAsyncEnumerable()])));
    }

    [Fact]
    public async Task Of_two_records_of_one_instant_the_later_one_counts()
    {
        ReadingRow row = Assert.Single(await ReadingRow.OfAsync([new[] { Step(0, 0.04m), Step(0, 0.05m) }.ToAsyncEnumerable()]).ToArrayAsync());

        Assert.Equal([0.05m], row.Values);
        Assert.Equal("2025-11-02 00:45 -05:00: 0.05", row.ToString());
    }

    [Fact]
    public async Task Records_out_of_order_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>("sites", async () => await ReadingRow.OfAsync([Gauges[0].Reverse().ToAsyncEnumerable()]).ToArrayAsync());

    [Fact]
    public async Task A_row_is_there_before_more_than_the_next_record_of_each_site_is_read()
    {
        int read = 0;
        await using IAsyncEnumerator<ReadingRow> rows = ReadingRow.OfAsync([Counted(), Counted(), Counted()]).GetAsyncEnumerator();

        for (int row = 1; row <= 100; row++)
        {
            Assert.True(await rows.MoveNextAsync());
            Assert.InRange(read, 3 * row, 3 * (row + 1));
        }

        IAsyncEnumerable<RainfallStep> Counted() => Enumerable.Range(0, 10_000).Select(place =>
        {
            read++;
            return Step(place, 0.00m);
        }).ToAsyncEnumerable();
    }

    [Fact]
    public async Task A_day_that_was_not_over_has_no_amount_in_a_row_that_cannot_say_so()
    {
        DateOnly day = new(2026, 10, 1);
        DailyRainfall[] days = [new() { Day = day, Inches = 1.62m }, new() { Day = day.AddDays(1), Inches = 1.20m, IsPartial = true }];

        string csv = await CsvAsync(ExportTables.DailyWide(Sites[..1]), DailyRainfallRow.Of([days], day, day.AddDays(1)).ToAsyncEnumerable());

        Assert.Equal("day,LCRA_3018_in\n2026-10-01,1.62\n2026-10-02,\n", csv);
    }

    private static RainfallStep Step(int minutes, decimal? inches) => new() { At = CentralTime.At(Start.AddMinutes(minutes)), AccumulatedInches = 10, Inches = inches };

    private static async Task<string> CsvAsync<TRow>(ExportTable<TRow> table, IAsyncEnumerable<TRow> rows)
    {
        using MemoryStream stream = new();
        await RainfallExport.WriteAsync(stream, ExportFormat.Csv, table, rows);
        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
    }
}
