extern alias tool;

using System.Globalization;
using System.Net;
using System.Text.Json;
using Lcra.Hydromet;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Reports;
using RainfallSite.Tests.Support;
using tool::Lcra.Hydromet.CommandLine;

namespace RainfallSite.Tests.Api;

/// <summary>The API's files are those of the library and of the tool.</summary>
public sealed class FileTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/api/rainfall/2200?format=csv", ExportFormat.Csv, "text/csv", "rainfall-LCRA-2200.csv")]
    [InlineData("/api/rainfall/2200?format=jsonl", ExportFormat.JsonLines, "application/jsonl", "rainfall-LCRA-2200.jsonl")]
    [InlineData("/api/rainfall/2200?format=geojson", ExportFormat.GeoJson, "application/geo+json", "rainfall-LCRA-2200.geojson")]
    public async Task A_gauge_is_a_file_with_a_row_for_each_period(string address, ExportFormat format, string contentType, string name)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, contentType, name), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(await BytesAsync(format, Gauge("2200").Totals), await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("csv", ExportFormat.Csv)]
    [InlineData("jsonl", ExportFormat.JsonLines)]
    public async Task A_total_is_a_file_of_one_row(string format, ExportFormat known)
    {
        using HttpResponseMessage response = await site.GetAsync($"/api/rainfall/3018/24_hour?format={format}");

        Assert.Equal(await BytesAsync(known, [Gauge("3018")[RainfallPeriod.TwentyFourHours]]), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Rows_without_an_amount_are_left_out_on_request_and_counted_in_a_header()
    {
        int missing = Gauge("2200").Totals.Count(total => total.Inches is null);

        using HttpResponseMessage response = await site.GetAsync("/api/rainfall/2200?format=csv&status=measured");
        string[] lines = (await response.Content.ReadAsStringAsync()).TrimEnd().Split('\n');

        Assert.True(missing > 0);
        Assert.Equal($"{missing}", response.Headers.GetValues("Hydromet-Left-Out").Single());
        Assert.Equal(1 + Gauge("2200").Totals.Count() - missing, lines.Length);
        Assert.All(lines[1..], line => Assert.Contains(",measured,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_gauge_without_a_position_is_left_out_of_GeoJson_on_request_and_counted_in_a_header()
    {
        using SiteFixture without = new();
        without.With(request => request.RequestUri!.AbsolutePath.Contains("GetDataForAllSites", StringComparison.Ordinal) ? FeedServer.Down(request) : null);
        const string Address = "/api/rainfall/3018/24_hour?format=geojson";

        string whole = await without.GetStringAsync(Address);
        using HttpResponseMessage response = await without.GetAsync($"{Address}&positioned=true");

        Assert.Contains("\"geometry\":null", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("\"geometry\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("1", response.Headers.GetValues("Hydromet-Without-Position").Single());
    }

    [Fact]
    public async Task The_list_of_gauges_has_the_same_options()
    {
        using HttpResponseMessage response = await site.GetAsync("/gauges.geojson?period=last_year&status=measured&positioned=true");
        string file = await response.Content.ReadAsStringAsync();

        Assert.True(int.Parse(response.Headers.GetValues("Hydromet-Left-Out").Single(), null) > 0);
        Assert.DoesNotContain("\"geometry\":null", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\"status\":\"blank\"", file, StringComparison.Ordinal);
        Assert.Contains($"\"without_position\":{response.Headers.GetValues("Hydromet-Without-Position").Single()}", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/rainfall/3018")]
    [InlineData("/api/rainfall/3018/24_hour")]
    [InlineData("/api/sites")]
    [InlineData("/api/rainfall/3018?format=csv")]
    [InlineData("/gauges.jsonl")]
    public async Task A_header_says_where_the_data_come_from_and_that_they_are_provisional(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        string link = response.Headers.GetValues("Link").Single();
        Assert.StartsWith("<https://hydromet.lcra.org/>; rel=\"via\";", link, StringComparison.Ordinal);
        Assert.Contains("provisional", link, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/rainfall/3018?format=xml", "format is json, csv, jsonl or geojson.")]
    [InlineData("/api/rainfall/3018?format=csv&status=blank", "status can only be measured")]
    [InlineData("/api/rainfall/3018/24_hour?status=measured", "status is for files")]
    [InlineData("/api/rainfall/3018?format=csv&positioned=true", "positioned is true or false, and is for format=geojson.")]
    [InlineData("/api/rainfall/3018?format=geojson&positioned=yes", "positioned is true or false")]
    [InlineData("/gauges.csv?status=all", "status can only be measured")]
    public async Task A_format_or_status_that_is_not_valid_is_a_problem_that_says_what_is(string address, string detail)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(detail, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/rainfall/3018/24_hour?format=csv", "total 3018 24_hour --csv")]
    [InlineData("/api/rainfall/3018/this_month?format=jsonl", "total 3018 this_month --json")]
    [InlineData("/api/rainfall/COA:950/2_hour?format=csv&status=measured", "total COA:950 2_hour --csv --measured-only")]
    public async Task The_tool_writes_the_same_bytes_apart_from_the_time_of_its_own_download(string address, string arguments) =>
        Assert.Equal(await SiteAsync(address), await ToolAsync(arguments));

    [Theory]
    [InlineData("/gauges.csv", "gauges --csv", "")]
    [InlineData("/gauges.jsonl?period=last_year&status=measured", "gauges --period last_year --json --measured-only", "")]
    [InlineData("/api/rainfall/2200?format=csv", "tidy --live --csv", "LCRA_2200,")]
    [InlineData("/api/rainfall/COA_950?format=jsonl&status=measured", "tidy --live --json --measured-only", "\"COA_950\"")]
    public async Task Lists_have_the_same_lines_as_those_of_the_tool_in_an_order_of_their_own(string address, string arguments, string gauge)
    {
        string[] lines = (await ToolAsync(arguments)).Split('\n');

        Assert.Equal(
            lines.Where((line, place) => (place == 0 && line[0] != '{') || line.Contains(gauge, StringComparison.Ordinal)).Where(line => line.Length > 0).Order(StringComparer.Ordinal),
            (await SiteAsync(address)).Split('\n').Where(line => line.Length > 0).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_properties_of_GeoJson_are_the_tools_lines_without_their_coordinates()
    {
        using JsonDocument map = JsonDocument.Parse(await SiteAsync("/gauges.geojson?period=24_hour"));
        string[] lines = (await ToolAsync("gauges --json")).TrimEnd().Split('\n');

        Assert.Equal(
            lines.Select(line => $"{line[..line.IndexOf(",\"latitude_deg\":", StringComparison.Ordinal)]}}}").Order(StringComparer.Ordinal),
            map.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties").GetRawText()).Order(StringComparer.Ordinal));
    }

    private static async Task<string> ToolAsync(string arguments)
    {
        await using StringWriter output = new(CultureInfo.InvariantCulture);
        await using StringWriter error = new(CultureInfo.InvariantCulture);
        await HydrometTool.RunAsync([.. arguments.Split(' '), "--replay"], new ToolConsole(output, error));
        return output.ToString();
    }

    private async Task<string> SiteAsync(string address) =>
        (await site.GetStringAsync(address)).Replace("2026-10-02T12:02:00Z", "2026-10-02T12:00:00Z", StringComparison.Ordinal);

    private RainfallGauge Gauge(string id) => site.Services.GetRequiredService<RainfallStore>().Current!.Find(SiteId.Parse(id))!;

    private static async Task<byte[]> BytesAsync(ExportFormat format, IEnumerable<RainfallTotal> totals)
    {
        using MemoryStream stream = new();
        await RainfallExport.WriteAsync(stream, format, ExportTables.Totals, totals);
        return stream.ToArray();
    }
}
