using System.Globalization;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class SentinelTests
{
    [Theory]
    [InlineData("-999")]
    [InlineData("-9999.00")]
    [InlineData("-500.01")]
    [InlineData("-998")]
    public async Task A_stage_below_500_feet_under_the_zero_is_none(string value) =>
        Assert.Equal((null, 12m), Values(await FirstAsync(HistoryParameter.Flow, $"\"value1\": {value}, \"value2\": 12")));

    [Theory]
    [InlineData("-999")]
    [InlineData("-9999")]
    [InlineData("-99999")]
    [InlineData("-888")]
    public async Task The_exact_marks_are_not_discharge(string value) =>
        Assert.Equal((1.5m, null), Values(await FirstAsync(HistoryParameter.Flow, $"\"value1\": 1.5, \"value2\": {value}")));

    [Theory]
    [InlineData("-1000")]
    [InlineData("-998.5")]
    [InlineData("-12")]
    public async Task Water_that_flows_back_is_a_discharge(string value) =>
        Assert.Equal(((decimal?)1.5m, decimal.Parse(value, CultureInfo.InvariantCulture)), Values(await FirstAsync(HistoryParameter.Flow, $"\"value1\": 1.5, \"value2\": {value}")));

    [Fact]
    public async Task An_elevation_below_the_sea_is_none() =>
        Assert.Equal((null, null), Values(await FirstAsync(HistoryParameter.LakeLevel, "\"value1\": -0.01, \"value2\": -999")));

    [Theory]
    [InlineData("-999", null)]
    [InlineData("213", null)]
    [InlineData("-4.5", "-4.5")]
    public async Task A_temperature_is_one_that_Texas_can_have(string value, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), (await FirstAsync(HistoryParameter.Temperature, $"\"value1\": {value}")).Value1);

    [Theory]
    [InlineData("stage", "-999")]
    [InlineData("flow", "-9999")]
    [InlineData("head", "-1")]
    [InlineData("tail", "-999")]
    [InlineData("temperature", "-999")]
    public async Task In_the_all_sites_response_it_counts_as_unreadable(string member, string value)
    {
        StubFeedHandler feeds = new StubFeedHandler().With(
            HydrometFeed.AllSites,
            System.Text.Encoding.UTF8.GetBytes($$"""[ { "siteNumber": "1", "agency": "LCRA", "siteName": "A", "dateTime": "2026-10-02T11:55:00Z", "{{member}}": "{{value}}" } ]"""));

        SiteReport report = await TestReports.Client(feeds).GetSitesAsync();

        SiteReading site = Assert.Single(report.Sites);
        Assert.Equal(
            (null, null, null, null, null, 1),
            (site.StageFeet, site.DischargeCubicFeetPerSecond, site.HeadwaterElevationFeet, site.TailwaterElevationFeet, site.AirTemperatureFahrenheit, report.Feed.UnreadableValueCount));
    }

    private static (decimal? First, decimal? Second) Values(HistoryRecord record) => (record.Value1, record.Value2);

    private static async Task<HistoryRecord> FirstAsync(HistoryParameter parameter, string values) =>
        (await RecordedHistories.RecordsAsync(RecordedHistories.Answer(RecordedHistories.Record("2026-10-01T12:00:00Z", values)), parameter))[0];
}
