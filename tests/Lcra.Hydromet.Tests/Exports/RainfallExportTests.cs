using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Lcra.Hydromet.Tests.Rainfall;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Exports;

public abstract class RainfallExportTests(string culture) : FeedTests(culture)
{
    [Fact]
    public async Task Csv_has_units_in_its_header_and_times_in_both_zones() =>
        Snapshot.Match(await TextAsync(RainfallExport.WriteCsvAsync, await SomeTotalsAsync()));

    [Fact]
    public async Task Json_lines_have_one_object_a_line_with_the_same_names() =>
        Snapshot.Match(await TextAsync(RainfallExport.WriteJsonLinesAsync, await SomeTotalsAsync()));

    [Fact]
    public async Task Geojson_has_a_point_for_each_total_longitude_first_and_no_coordinates_among_its_properties()
    {
        JsonElement collection = JsonDocument.Parse(await TextAsync(RainfallExport.WriteGeoJsonAsync, await SomeTotalsAsync())).RootElement;

        JsonElement first = collection.GetProperty("features")[0];
        Assert.Equal("LCRA_3018", first.GetProperty("id").GetString());
        Assert.Equal("LCRA_3018", first.GetProperty("properties").GetProperty("site").GetString());
        Assert.False(first.GetProperty("properties").TryGetProperty("latitude_deg", out _));
        Assert.False(first.GetProperty("properties").TryGetProperty("longitude_deg", out _));
        Assert.Equal([-98.25m, 30.6m], first.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDecimal()));
        Assert.Equal(JsonValueKind.Null, collection.GetProperty("features")[1].GetProperty("geometry").ValueKind);
        Assert.Equal(2.81m, first.GetProperty("properties").GetProperty("rain_in").GetDecimal());
    }

    [Fact]
    public async Task Geojson_says_that_data_are_provisional_where_they_come_from_and_how_many_features_have_no_position()
    {
        JsonElement metadata = JsonDocument.Parse(await TextAsync(RainfallExport.WriteGeoJsonAsync, await SomeTotalsAsync())).RootElement.GetProperty("metadata");

        Assert.True(metadata.GetProperty("provisional").GetBoolean());
        Assert.Equal("https://hydromet.lcra.org/", metadata.GetProperty("source").GetString());
        Assert.Contains("Lower Colorado River Authority", metadata.GetProperty("attribution").GetString(), StringComparison.Ordinal);
        Assert.Equal((3, 1), (metadata.GetProperty("features").GetInt32(), metadata.GetProperty("without_position").GetInt32()));
    }

    [Fact]
    public async Task Features_without_a_position_are_left_out_and_counted_on_request()
    {
        using MemoryStream stream = new();

        ExportSummary summary = await RainfallExport.WriteAsync(
            stream, ExportFormat.GeoJson, ExportTables.Totals, await SomeTotalsAsync(), new ExportOptions { PositionedOnly = true });

        Assert.Equal((2, 1), (summary.Rows, summary.WithoutPosition));
        JsonElement features = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("features");
        Assert.All(features.EnumerateArray(), feature => Assert.Equal(JsonValueKind.Object, feature.GetProperty("geometry").ValueKind));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.JsonLines)]
    [InlineData(ExportFormat.GeoJson)]
    public async Task Totals_without_an_amount_are_left_out_and_counted_on_request(ExportFormat format)
    {
        using MemoryStream stream = new();

        ExportSummary summary = await RainfallExport.WriteAsync(
            stream, format, ExportTables.Totals, await SomeTotalsAsync(), new ExportOptions { MeasuredOnly = true });

        Assert.Equal((2, 1), (summary.Rows, summary.MissingLeftOut));
        Assert.DoesNotContain("blank", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_in_a_name_is_no_escape_in_json()
    {
        RainfallTotal total = (await SomeTotalsAsync())[0];

        string line = await TextAsync(RainfallExport.WriteJsonLinesAsync, [total with { Site = total.Site with { Name = "Hammett's & <Sons> Crossing" } }]);

        Assert.Contains("\"name\":\"Hammett's & <Sons> Crossing\"", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-02T00:00:00-05:00", "2026-10-02T06:55:00-05:00", "2026-10-02")]
    [InlineData("2026-10-02T05:00:00+00:00", "2026-10-03T05:00:00+00:00", "2026-10-02")]
    [InlineData("2026-10-01T06:55:00-05:00", "2026-10-02T06:55:00-05:00", "")]
    [InlineData("2026-10-01T23:00:00-05:00", "2026-10-02T00:00:00-05:00", "2026-10-01")]
    [InlineData("2026-10-01T23:00:00-05:00", "2026-10-02T00:01:00-05:00", "")]
    [InlineData("2026-11-01T00:00:00-05:00", "2026-11-02T00:00:00-06:00", "2026-11-01")]
    [InlineData(null, "2026-10-02T06:55:00-05:00", "")]
    public async Task The_day_is_the_local_day_of_a_window_inside_one(string? start, string end, string day)
    {
        RainfallTotal total = (await SomeTotalsAsync())[0];
        total = total with { Start = start is null ? null : DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), End = DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) };

        using CsvReader csv = CsvReader.FromText(await TextAsync(RainfallExport.WriteCsvAsync, [total]));

        Assert.True(await csv.ReadAsync());
        Assert.Equal(day, csv.GetString(5));
    }

    [Fact]
    public void The_columns_are_those_of_the_dialect() => Assert.Equal(
        "site agency name basin period day rain_in rain_mm status partial approximate lower_bound_in conflicts isolated start_utc start_central end_utc end_central "
            + "observed_utc observed_central measured_until_utc measured_until_central reported_utc fetched_utc source latitude_deg longitude_deg",
        string.Join(' ', ExportTables.Totals.Columns.Select(column => column.Name)));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20SUM(A1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task A_name_that_a_spreadsheet_would_run_is_defused(string name)
    {
        RainfallTotal total = (await SomeTotalsAsync())[0];

        using CsvReader csv = CsvReader.FromText(await TextAsync(RainfallExport.WriteCsvAsync, [total with { Site = total.Site with { Name = name } }]));

        Assert.True(await csv.ReadAsync());
        Assert.Equal($"'{name}", csv.GetString(2));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("geojson")]
    public async Task A_long_export_is_sent_in_pieces_and_whole(string format)
    {
        RainfallTotal[] totals = [.. Enumerable.Repeat(await SomeTotalsAsync(), 500).SelectMany(some => some)];
        using MeasuredStream destination = new();

        await (format switch
        {
            "csv" => RainfallExport.WriteCsvAsync(destination, totals),
            "jsonl" => RainfallExport.WriteJsonLinesAsync(destination, totals),
            _ => RainfallExport.WriteGeoJsonAsync(destination, totals),
        });

        int written = Encoding.UTF8.GetString(destination.ToArray()).Split("rain_in", StringSplitOptions.None).Length - 1;
        Assert.Equal(format == "csv" ? 1 : totals.Length, written);
        Assert.InRange(destination.Longest, 1024, 64 * 1024);
        Assert.True(destination.Length > 4 * destination.Longest);
    }

    [Fact]
    public async Task Times_an_hour_apart_are_each_written_as_they_are()
    {
        RainfallTotal total = (await SomeTotalsAsync())[0];
        DateTimeOffset[] times = [.. Enumerable.Range(0, 200).Select(place => TestReports.Central(10, 1).AddMinutes(place % 2 == 0 ? place : place + 64))];

        using CsvReader csv = CsvReader.FromText(await TextAsync(RainfallExport.WriteCsvAsync, [.. times.Select(time => total with { ObservedAt = time })]));

        foreach (DateTimeOffset time in times)
        {
            Assert.True(await csv.ReadAsync());
            Assert.Equal(
                (time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
                (csv.GetString(18), csv.GetString(19)));
        }
    }

    [Fact]
    public async Task What_is_written_reads_back_the_same()
    {
        RainfallTotal[] totals = [.. (await TestReports.JoinedAsync()).Gauges.SelectMany(gauge => gauge.Totals)];

        using CsvReader csv = CsvReader.FromText(await TextAsync(RainfallExport.WriteCsvAsync, totals));

        foreach (RainfallTotal total in totals)
        {
            Assert.True(await csv.ReadAsync());
            Assert.Equal(total.Site.Id, SiteId.Parse(csv.GetString(0)));
            Assert.Equal(total.Inches, csv.IsEmpty(6) ? null : csv.Parse<decimal>(6));
            Assert.Equal(total.Inches is not null, csv.GetString(8) == "measured");
            Assert.False(csv.IsEmpty(8));
            Assert.Equal(total.Site.Name, csv.GetString(2));
        }

        Assert.False(await csv.ReadAsync());
    }

    [Fact]
    public async Task A_whole_report_has_every_period_of_every_gauge()
    {
        RainfallReport report = await TestReports.JoinedAsync();
        using MemoryStream whole = new();

        ExportSummary summary = await RainfallExport.WriteReportAsync(whole, ExportFormat.Csv, report);

        Assert.Equal(report.Gauges.Sum(gauge => gauge.Totals.Count()), summary.Rows);
        Assert.Equal(await TextAsync(RainfallExport.WriteCsvAsync, report.Gauges.SelectMany(gauge => gauge.Totals)), Encoding.UTF8.GetString(whole.ToArray()));
    }

    [Fact]
    public async Task The_stream_stays_open_and_a_cancelled_export_stops()
    {
        using MemoryStream stream = new();
        using CancellationTokenSource source = new();
        await RainfallExport.WriteCsvAsync(stream, []);
        Assert.True(stream.CanWrite);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await RainfallExport.WriteJsonLinesAsync(stream, await SomeTotalsAsync(), source.Token));
    }

    private static async Task<RainfallTotal[]> SomeTotalsAsync()
    {
        RainfallReport report = await TestReports.JoinedAsync(recent: "blank-cell");
        return [report.Total("3018", RainfallPeriod.TwentyFourHours), report.Total("3992", RainfallPeriod.OneDayAgo), report.Total("3018", RainfallPeriod.ThreeHours)];
    }

    private static async Task<string> TextAsync(Func<Stream, IEnumerable<RainfallTotal>, CancellationToken, Task> write, IEnumerable<RainfallTotal> totals)
    {
        using MemoryStream stream = new();
        await write(stream, totals, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public sealed class WithAPoint() : RainfallExportTests(Point);

    public sealed class WithAComma() : RainfallExportTests(Comma);
}
