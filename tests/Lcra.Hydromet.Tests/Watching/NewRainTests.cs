using Lcra.Hydromet.Tests.Support;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet.Tests.Watching;

public class NewRainTests
{
    private readonly ReportTracker _memory = new([], []);

    [Fact]
    public async Task The_first_report_is_not_news()
    {
        Assert.Empty(await AfterAsync(At(9, 0), "1.20"));
    }

    [Fact]
    public async Task A_rise_is_new_rain_between_the_two_readings()
    {
        await AfterAsync(At(9, 0), "1.20");

        RainfallChange rain = Assert.Single(await AfterAsync(At(9, 15), "1.32"));

        Assert.Equal((RainfallChangeKind.NewRain, 0.12m, At(9, 0), At(9, 15)), (rain.Kind, rain.Inches, rain.From, rain.To));
        Assert.Equal("LCRA:3018 Hamilton Creek near Marble Falls: 0.12 in more, 2026-10-02 09:00 -05:00 to 2026-10-02 09:15 -05:00", rain.ToString());
    }

    [Fact]
    public async Task The_same_amount_is_not_news()
    {
        await AfterAsync(At(9, 0), "1.20");

        Assert.Empty(await AfterAsync(At(9, 15), "1.20"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    public async Task A_missing_amount_is_neither_rain_nor_a_reset(string missing)
    {
        await AfterAsync(At(9, 0), "1.20");

        Assert.Empty(await AfterAsync(At(9, 15), missing));
    }

    [Fact]
    public async Task Rain_that_is_known_late_says_its_whole_span()
    {
        await AfterAsync(At(9, 0), "1.20");
        await AfterAsync(At(9, 15), "");
        await AfterAsync(At(11, 0), "");

        RainfallChange rain = Assert.Single(await AfterAsync(At(11, 15), "2.00"), change => change.Kind == RainfallChangeKind.NewRain);

        Assert.Equal((0.80m, At(9, 0), At(11, 15)), (rain.Inches, rain.From, rain.To));
    }

    [Fact]
    public async Task A_gauge_that_is_first_known_later_brings_no_rain_with_it()
    {
        await AfterAsync(At(9, 0), "");

        Assert.Empty(await AfterAsync(At(9, 15), "2.00"));
    }

    [Fact]
    public async Task A_fall_within_the_day_is_a_correction_and_no_rain()
    {
        await AfterAsync(At(9, 0), "1.20");

        RainfallChange correction = Assert.Single(await AfterAsync(At(9, 15), "0.00"));

        Assert.Equal((RainfallChangeKind.Corrected, 1.20m, 0m), (correction.Kind, correction.Before?.Inches, correction.Total?.Inches));
        Assert.Null(correction.Inches);
    }

    [Fact]
    public async Task An_amount_that_fell_and_came_back_did_not_rain_twice()
    {
        await AfterAsync(At(9, 0), "1.20");
        await AfterAsync(At(9, 15), "0.00");

        RainfallChange rain = Assert.Single(await AfterAsync(At(9, 30), "1.25"));

        Assert.Equal((0.05m, At(9, 0), At(9, 30)), (rain.Inches, rain.From, rain.To));
    }

    [Theory]
    [InlineData("0.00")]
    [InlineData("0.00", "0.00")]
    [InlineData("0.50", "0.00")]
    public async Task An_amount_that_fell_and_is_back_to_the_hundredth_is_not_rain(params string[] fallen)
    {
        await AfterAsync(At(9, 0), "1.20");
        for (int i = 0; i < fallen.Length; i++)
        {
            await AfterAsync(At(9, 15 * (i + 1)), fallen[i]);
        }

        Assert.Empty(await AfterAsync(At(10, 0), "1.20"));
    }

    [Fact]
    public async Task Rain_on_top_of_a_corrected_amount_counts()
    {
        await AfterAsync(At(9, 0), "5.00");
        await AfterAsync(At(9, 15), "0.10");

        RainfallChange rain = Assert.Single(await AfterAsync(At(9, 30), "0.30"));

        Assert.Equal((0.20m, At(9, 15)), (rain.Inches, rain.From));
    }

    [Fact]
    public async Task Where_a_correction_and_a_new_count_both_fit_the_smaller_amount_is_reported_and_the_difference_is_uncertain()
    {
        await AfterAsync(At(9, 0), "1.20");
        await AfterAsync(At(9, 15), "0.00");
        RainfallChange[] changes = [.. await AfterAsync(At(9, 30), "0.10"), .. await AfterAsync(At(9, 45), "1.30")];

        Assert.Equal((0.10m, 1.20m), (changes.Sum(change => change.Inches), changes.Sum(change => change.UncertaintyInches)));
        Assert.Contains(changes, change => change.ToString().Contains($"{change.Inches} in more (up to {change.Inches + change.UncertaintyInches} in), ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_amount_that_rose_and_came_straight_back_is_not_told_again_when_it_rains()
    {
        await AfterAsync(At(9, 0), "4.20");
        await AfterAsync(At(9, 15), "6.70");
        await AfterAsync(At(9, 30), "4.20");

        Assert.Empty(await AfterAsync(At(9, 45), "4.25"));
        Assert.Empty(await AfterAsync(At(10, 0), "6.70"));
        Assert.Equal(0.10m, Assert.Single(await AfterAsync(At(10, 15), "6.80")).Inches);
    }

    [Fact]
    public async Task A_reading_from_the_future_does_not_mute_the_true_ones()
    {
        await AfterAsync(At(6, 42), "1.20");
        Assert.DoesNotContain(_memory.Update(await GaugeRow.ReportAsync(At(6, 57), new GaugeRow(At(15, 55), "1.20")), At(6, 57)), change => change.Site is not null);

        Assert.Equal(0.10m, Assert.Single(await AfterAsync(At(7, 10), "1.30")).Inches);
        Assert.Equal(0.20m, Assert.Single(await AfterAsync(At(7, 25), "1.50")).Inches);
    }

    [Fact]
    public async Task A_reading_of_next_year_does_not_keep_a_gauge_from_falling_silent()
    {
        await AfterAsync(At(9, 0), "1.20");
        RainfallReport report = await GaugeRow.ReportAsync(At(10, 15), new GaugeRow(At(10, 15).AddYears(1), "1.20"));

        Assert.Equal(RainfallChangeKind.GaugeSilent, Assert.Single(_memory.Update(report, At(10, 15)), change => change.Site is not null).Kind);
    }

    [Fact]
    public async Task More_rain_for_the_same_reading_fell_at_some_time_since_midnight()
    {
        await AfterAsync(At(9, 0), "1.20");

        RainfallChange rain = Assert.Single(await AfterAsync(At(9, 0), "1.30"));

        Assert.Equal((0.10m, TestReports.Central(10, 2), At(9, 0)), (rain.Inches, rain.From, rain.To));
    }

    [Fact]
    public async Task A_report_from_before_changes_nothing()
    {
        await AfterAsync(At(9, 15), "1.20");

        Assert.Empty(await AfterAsync(At(9, 0), "1.00"));
        Assert.Empty(await AfterAsync(At(9, 30), "1.20"));
    }

    private static DateTimeOffset At(int hour, int minute) => TestReports.Central(10, 2, hour, minute);

    private async Task<RainfallChange[]> AfterAsync(DateTimeOffset read, string sinceMidnight) =>
        [.. _memory.Update(await GaugeRow.ReportAsync(read, new GaugeRow(read, sinceMidnight)), read).Where(change => change.Site is not null)];
}
