using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public sealed class HistoryArgumentTests : IDisposable
{
    private readonly StubHistoryHandler _lcra = new(_ => RecordedHistories.Answer());

    [Theory]
    [InlineData("2026-10-02", "2026-10-01", "first", "The first day (2026-10-02) is after the last (2026-10-01): swap them.")]
    [InlineData("1899-12-31", "1900-01-01", "first", "No history begins before 1900; LCRA's begins in the 1990s.")]
    [InlineData("0001-01-01", "2026-10-01", "first", "No history begins before 1900; LCRA's begins in the 1990s.")]
    [InlineData("2026-10-01", "2027-10-03", "last", "The last day is more than a year ahead, where there can be no history.")]
    [InlineData("2026-10-01", "9999-12-31", "last", "The last day is more than a year ahead, where there can be no history.")]
    public void A_span_that_is_backwards_or_absurd_is_refused_at_once(string first, string last, string parameter, string advice)
    {
        ArgumentException failure = Assert.ThrowsAny<ArgumentException>(() =>
            RecordedHistories.Client(_lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(first), RecordedHistories.Day(last)));

        Assert.Equal(parameter, failure.ParamName);
        Assert.StartsWith(advice, failure.Message, StringComparison.Ordinal);
        Assert.Empty(_lcra.Requested);
    }

    [Fact]
    public void The_widest_span_begins_in_1900_and_ends_in_a_year() =>
        Assert.NotNull(RecordedHistories.Client(_lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(1900, 1, 1), RecordedHistories.Day(2027, 10, 2)));

    [Fact]
    public async Task A_month_that_is_not_over_yet_can_be_requested()
    {
        await RecordedHistories.Client(_lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 31)).ToListAsync();

        Assert.Equal(RecordedHistories.Day(2026, 10, 31), Assert.Single(_lcra.Requested).Last);
    }

    [Theory]
    [InlineData("USGS:08154700", "There is no history of USGS:08154700 here.")]
    [InlineData("", "The default SiteId names no site.")]
    public void Another_agencys_site_is_refused_with_advice(string site, string advice)
    {
        SiteId id = site.Length == 0 ? default : SiteId.Parse(site);

        ArgumentException failure = Assert.Throws<ArgumentException>(nameof(site), () => History(id, HistoryParameter.Rain));

        Assert.StartsWith(advice, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rainDaily")]
    [InlineData("lakelevel")]
    [InlineData("temp")]
    [InlineData("tempstats")]
    [InlineData("humidity")]
    [InlineData("conductivity")]
    [InlineData("wtemp")]
    public void What_austins_gauges_lack_is_refused_with_advice(string key)
    {
        Assert.True(HistoryParameter.TryParse(key, out HistoryParameter? parameter));

        ArgumentException failure = Assert.Throws<ArgumentException>("parameter", () => History(SiteId.Parse("COA:950"), parameter));

        Assert.Contains("only rain and flow", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Austins_gauges_have_no_hourly_records() => Assert.Throws<ArgumentException>(
        "resolution", () => History(SiteId.Parse("COA:950"), HistoryParameter.Rain, HistoryResolution.Hourly));

    [Fact]
    public void Daily_rain_has_no_hourly_records() => Assert.Throws<ArgumentException>(
        "resolution", () => History(RecordedHistories.Gauge, HistoryParameter.RainDaily, HistoryResolution.Hourly));

    [Fact]
    public void An_unknown_resolution_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        "resolution", () => History(RecordedHistories.Gauge, HistoryParameter.Rain, (HistoryResolution)7));

    [Fact]
    public void No_parameter_is_refused() => Assert.Throws<ArgumentNullException>("parameter", () => History(RecordedHistories.Gauge, null!));

    [Fact]
    public void The_catalogue_has_every_parameter_by_lcras_own_word_and_in_ours() => Assert.Equal(
        [
            "rain: the rain counter", "rainDaily: daily rain", "flow: stage and flow", "lakelevel: lake level", "temp: air temperature",
            "tempstats: air temperature statistics", "humidity: relative humidity", "conductivity: conductivity of the water", "wtemp: water temperature",
        ],
        HistoryParameter.All.Select(parameter => $"{parameter.Key}: {parameter.Name}"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wind")]
    public void An_unknown_key_is_not_a_parameter(string? key) => Assert.False(HistoryParameter.TryParse(key, out _));

    public void Dispose() => _lcra.Dispose();

    private IAsyncEnumerable<HistoryRecord> History(
        SiteId site, HistoryParameter parameter, HistoryResolution resolution = HistoryResolution.FifteenMinutes) =>
        RecordedHistories.Client(_lcra).GetHistoryAsync(site, parameter, RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 2), resolution);
}
