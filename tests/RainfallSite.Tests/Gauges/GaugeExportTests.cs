using System.Net;
using System.Text.Json;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Gauges;

public sealed class GaugeExportTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task The_file_has_the_rows_of_the_page_in_their_order()
    {
        string[] lines = (await site.GetStringAsync("/gauges.csv?q=marble&sort=name")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<string> rows = PageText.Rows(await site.GetStringAsync("/gauges?q=marble&sort=name"));

        Assert.Equal(rows.Count, lines.Length - 1);
        Assert.All(lines[1..].Zip(rows), pair => Assert.Contains(pair.First.Split(',')[2], pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_a_download_that_names_its_period()
    {
        using HttpResponseMessage response = await site.GetAsync("/gauges.csv?period=this_year");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("rainfall-this_year.csv", response.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task A_missing_amount_is_an_empty_field_and_no_zero()
    {
        string line = (await site.GetStringAsync("/gauges.csv?q=5489&period=last_year")).Split('\n')[1];

        Assert.Contains(",blank,", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(",0,", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_text()
    {
        _site.With(RecordedBodies.With("Marble Falls 4 WSW", "=1+1 Marble"));

        Assert.Contains("'=1+1 Marble", await _site.GetStringAsync("/gauges.csv?q=2959"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_places_are_those_of_the_same_gauges()
    {
        using HttpResponseMessage response = await site.GetAsync("/gauges.geojson?q=COA:950");
        using JsonDocument file = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("application/geo+json", response.Content.Headers.ContentType!.MediaType);
        JsonElement feature = Assert.Single(file.RootElement.GetProperty("features").EnumerateArray());
        Assert.InRange(feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDecimal(), -99, -97);
    }

    [Theory]
    [InlineData("/gauges.csv?period=49_hour", HttpStatusCode.NotFound)]
    [InlineData("/gauges.geojson?period=49_hour", HttpStatusCode.NotFound)]
    public async Task An_unknown_period_is_a_problem(string address, HttpStatusCode status)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/gauges.csv")]
    [InlineData("/gauges")]
    [InlineData("/map")]
    [InlineData("/lakes")]
    [InlineData("/rivers")]
    [InlineData("/sites/2959")]
    public async Task Before_the_first_report_the_response_is_503_with_Retry_After(string address)
    {
        _site.With(FeedServer.Down);

        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "30"), (response.StatusCode, response.Headers.GetValues("Retry-After").Single()));
    }

    public void Dispose() => _site.Dispose();
}
