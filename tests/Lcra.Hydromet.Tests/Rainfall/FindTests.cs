using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Gauges found by what a person types.</summary>
public class FindTests
{
    [Theory]
    [InlineData("3018", "LCRA:3018")]
    [InlineData("LCRA_3018", "LCRA:3018")]
    [InlineData("USGS-08159105", "USGS:08159105")]
    [InlineData("USGS 08159105", "USGS:08159105")]
    [InlineData("8159105", "USGS:08159105")]
    [InlineData(" 08159105 ", "USGS:08159105")]
    [InlineData("USGS-8159105", "USGS:08159105")]
    [InlineData("USGS:8159105", "USGS:08159105")]
    [InlineData("COA-8159105", null)]
    [InlineData("LCRA:8159105", null)]
    [InlineData("1234567890123456789012345678901", null)]
    [InlineData("COA 950", "COA:950")]
    [InlineData("coa950", "COA:950")]
    [InlineData("950", null)]
    [InlineData("159105", "USGS:08159105")]
    [InlineData("59105", null)]
    [InlineData("Hamilton Creek", null)]
    [InlineData("", null)]
    public async Task A_gauge_is_found_as_its_agency_writes_it(string text, string? site) =>
        Assert.Equal(site, (await StormAsync()).Find(text)?.Site.Id.ToString());

    [Fact]
    public async Task A_total_is_one_call_away()
    {
        RainfallReport report = await StormAsync();

        Assert.Equal(2.81m, report.Total(SiteId.Parse("3018"), RainfallPeriod.Parse("24_hour"))!.Inches);
        Assert.Null(report.Total(SiteId.Parse("1"), RainfallPeriod.OneHour));
    }

    [Fact]
    public void A_period_that_does_not_exist_names_those_that_do() =>
        Assert.Contains("24_hour, ", Assert.Throws<FormatException>(() => RainfallPeriod.Parse("25_hour")).Message, StringComparison.Ordinal);

    private static Task<RainfallReport> StormAsync() => RecordedHistories.Recorded().GetRainfallAsync();
}
