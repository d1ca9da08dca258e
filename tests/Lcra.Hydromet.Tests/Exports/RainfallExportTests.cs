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
    public async Task Geojson_has_a_point_for_each_total_longitude_first()
    {
        JsonElement collection = JsonDocument.Parse(await TextAsync(RainfallExport.WriteGeoJsonAsync, await SomeTotalsAsync())).RootElement;

        JsonElement first = collection.GetProperty("features")[0];
        Assert.Equal([-98.25m, 30.6m], first.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDecimal()));
        Assert.Equal(JsonValueKind.Null, collection.GetProperty("features")[1].GetProperty("geometry").ValueKind);
        Assert.Equal(2.81m, first.GetProperty("properties").GetProperty("rain_in").GetDecimal());
    }

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
        Assert.Equal($"'{name}", csv.GetString(3));
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
                (csv.GetString(21), csv.GetString(22)));
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
            Assert.Equal(total.Inches, csv.IsEmpty(9) ? null : csv.Parse<decimal>(9));
            Assert.Equal(total.Inches is null, !csv.IsEmpty(11));
            Assert.Equal(total.Site.Name, csv.GetString(3));
        }

        Assert.False(await csv.ReadAsync());
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
