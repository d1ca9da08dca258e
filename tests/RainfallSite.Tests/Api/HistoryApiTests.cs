using System.Net;
using System.Text.Json;
using Lcra.Hydromet.Archive;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Archive;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

/// <summary>Windows, days and climate over the recording, whose histories are an archive in memory.</summary>
public sealed class HistoryApiTests(HistoryApiTests.Replaying replaying) : IClassFixture<HistoryApiTests.Replaying>
{
    private readonly SiteFixture _site = replaying.Site;

    [Fact]
    public async Task A_window_of_whole_days_is_their_sum()
    {
        using JsonDocument json = await ReadAsync("/api/rainfall/2268/window?from=2026-09-01T00:00:00-05:00&to=2026-10-01T00:00:00-05:00");

        Assert.Equal("LCRA:2268", json.RootElement.GetProperty("site").GetProperty("id").GetString());
        Assert.True(json.RootElement.GetProperty("complete").GetBoolean());
        JsonElement total = json.RootElement.GetProperty("total");
        Assert.Equal((0.76m, 1m), (total.GetProperty("inches").GetDecimal(), total.GetProperty("coverage").GetDecimal()));
    }

    [Fact]
    public async Task Daily_rain_has_each_recorded_day()
    {
        using JsonDocument json = await ReadAsync("/api/history/2268/daily?from=2026-09-29&to=2026-10-01");

        JsonElement.ArrayEnumerator days = json.RootElement.GetProperty("days").EnumerateArray();
        Assert.Equal(["2026-09-29", "2026-09-30", "2026-10-01"], days.Select(day => day.GetProperty("day").GetString()));
    }

    [Theory]
    [InlineData("/api/rainfall/3018/window", "times in ISO 8601 with an offset")]
    [InlineData("/api/rainfall/3018/window?from=2026-10-01T18:00&to=2026-10-01T19:00", "times in ISO 8601 with an offset")]
    [InlineData("/api/rainfall/3018/window?from=2026-10-01T19:00:00Z&to=2026-10-01T18:00:00Z", "to must be after from.")]
    [InlineData("/api/rainfall/3018/window?from=2027-10-01T19:00:00Z&to=2027-10-02T18:00:00Z", "from must not be in the future.")]
    [InlineData("/api/rainfall/3018/window?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z", "times in ISO 8601 with an offset")]
    [InlineData("/api/rainfall/3018/window?from=2026-01-01T00:00:00Z&to=2026-03-31T23:59:59Z", "A window has at most 31 days")]
    [InlineData("/api/history/3018/daily?from=2026-09-01", "from and to are days")]
    [InlineData("/api/history/3018/daily?from=2026-09-02&to=2026-09-01", "from and to are days")]
    [InlineData("/api/history/3018/daily?from=2027-09-02&to=2027-09-03", "from must not be in the future.")]
    public async Task A_query_that_is_not_valid_is_a_problem_that_says_what_is(string address, string detail)
    {
        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(detail, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/history/COA:950/daily?from=2026-09-01&to=2026-09-02")]
    [InlineData("/api/climate/COA:950")]
    [InlineData("/api/climate/1")]
    [InlineData("/api/rainfall/USGS:08140770/window?from=2026-10-01T18:00:00Z&to=2026-10-01T20:00:00Z")]
    public async Task A_gauge_without_that_history_is_not_found(string address)
    {
        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_climate_states_its_record()
    {
        using JsonDocument json = await ReadAsync("/api/climate/2268");

        JsonElement climate = json.RootElement.GetProperty("climate");
        Assert.Equal("2026-07-01", climate.GetProperty("firstDay").GetString());
        Assert.True(climate.GetProperty("dayCount").GetInt32() > 90);
    }

    [Theory]
    [InlineData("3018", "2002-06-19", 8848, 23)]
    [InlineData("2959", "1991-11-30", 12420, 305)]
    public async Task The_recording_has_the_whole_record_of_two_gauges(string gauge, string first, int days, int missing)
    {
        using JsonDocument json = await ReadAsync($"/api/climate/{gauge}");

        Assert.True(json.RootElement.GetProperty("complete").GetBoolean());
        JsonElement climate = json.RootElement.GetProperty("climate");
        Assert.Equal((first, "2026-10-01"), (climate.GetProperty("firstDay").GetString(), climate.GetProperty("lastDay").GetString()));
        int suspect = climate.GetProperty("suspectDays").GetArrayLength();
        Assert.Equal((days - suspect, missing + suspect), (climate.GetProperty("dayCount").GetInt32(), climate.GetProperty("missingDays").GetInt32()));
    }

    [Fact]
    public async Task The_histories_of_the_recording_take_less_than_16_MB_of_memory()
    {
        HydrometArchive archive = await _site.Services.GetRequiredService<SiteArchive>().OpenAsync(CancellationToken.None);

        ArchiveStatus status = await archive.GetStatusAsync();

        Assert.Equal(6, status.Sites.Count);
        Assert.InRange(status.Bytes, 1, 16 * 1024 * 1024);
    }

    private async Task<JsonDocument> ReadAsync(string address) => JsonDocument.Parse(await _site.GetStringAsync(address));

    public sealed class Replaying : IDisposable
    {
        internal SiteFixture Site { get; } = new SiteFixture().With("Hydromet:Source", "Replay");

        public void Dispose() => Site.Dispose();
    }
}
