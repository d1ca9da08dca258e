using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rivers;

public sealed class RiversPageTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task The_river_nearest_to_flood_stage_is_first_and_one_above_bankfull_says_so_in_words()
    {
        string page = await site.GetStringAsync("/rivers");

        Assert.Contains("0 at flood stage, 1 within a foot of flood stage 1 more at bankfull", PageText.Words(page), StringComparison.Ordinal);
        Assert.StartsWith("Llano River at Llano 9.40 0.60 ft below flood stage", PageText.Rows(page)[0], StringComparison.Ordinal);
        Assert.Contains(PageText.Rows(page), row => row.StartsWith("Llano River near Mason 11.89 ■ Bankfull: 0.89 ft above it 6.11 ft below flood stage bankfull 11.00 ft; flood stage 18.00 ft", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_river_at_its_flood_stage_is_flooding()
    {
        _site.With(RecordedBodies.With("\"11.89\"", "\"18.00\""));

        string page = await _site.GetStringAsync("/rivers");

        Assert.Contains("1 at flood stage", PageText.Words(page), StringComparison.Ordinal);
        Assert.Contains("▲ Flood stage: 0.00 ft above it", PageText.Rows(page)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_river_below_says_how_much_is_left() =>
        Assert.Contains(PageText.Rows(await site.GetStringAsync("/rivers?page=all")), row => row.StartsWith("Colorado River at Winchell 1.19 22.81 ft below bankfull bankfull 24.00 ft; flood stage 26.00 ft 0.00", StringComparison.Ordinal));

    [Fact]
    public async Task A_threshold_that_is_not_known_stays_unknown() =>
        Assert.Contains(PageText.Rows(await site.GetStringAsync("/rivers?page=all")), row => row.Contains("bankfull 5.00 ft; flood stage unknown", StringComparison.Ordinal));

    [Fact]
    public async Task A_river_without_thresholds_is_judged_neither_high_nor_low()
    {
        string row = PageText.Rows(await site.GetStringAsync("/rivers?page=all")).Single(row => row.StartsWith("Colorado River at Bend", StringComparison.Ordinal));

        Assert.Equal("Colorado River at Bend 6.54 88.98 Fri, Oct 2, 6:55 am", row);
    }

    public void Dispose() => _site.Dispose();
}
