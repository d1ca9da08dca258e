using Lcra.Hydromet.Tests.Support;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet.Tests.Watching;

public class MidnightTests
{
    private readonly ReportTracker _memory = new([], []);

    public static TheoryData<DateTimeOffset, DateTimeOffset, DateTimeOffset> Nights => new()
    {
        { TestReports.Central(10, 2, 23, 45), TestReports.Central(10, 3, 0, 15), TestReports.Central(10, 3) },
        { TestReports.Central(3, 7, 23, 45, -6), TestReports.Central(3, 8, 0, 15, -6), TestReports.Central(3, 8, offset: -6) },
        { TestReports.Central(3, 8, 23, 45), TestReports.Central(3, 9, 0, 15), TestReports.Central(3, 9) },
        { TestReports.Central(11, 1, 23, 45, -6), TestReports.Central(11, 2, 0, 15, -6), TestReports.Central(11, 2, offset: -6) },
    };

    [Theory]
    [MemberData(nameof(Nights))]
    public async Task At_midnight_the_count_begins_anew_and_what_fell_since_is_new_rain(DateTimeOffset evening, DateTimeOffset night, DateTimeOffset midnight)
    {
        await AfterAsync(evening, "1.20");

        RainfallChange[] changes = await AfterAsync(night, "0.10", "0.50");

        Assert.Equal([RainfallChangeKind.Reset, RainfallChangeKind.NewRain], changes.Select(change => change.Kind));
        Assert.Equal((evening, night, null), (changes[0].From, changes[0].To, changes[0].Inches));
        Assert.Equal((midnight, night, 0.10m), (changes[1].From, changes[1].To, changes[1].Inches));
    }

    [Fact]
    public async Task A_dry_new_day_is_a_reset_alone()
    {
        await AfterAsync(TestReports.Central(10, 2, 23, 45), "1.20");

        Assert.Equal(RainfallChangeKind.Reset, Assert.Single(await AfterAsync(TestReports.Central(10, 3, 0, 15), "0.00")).Kind);
    }

    [Theory]
    [InlineData(0, "0.05")]
    [InlineData(0, "1.20")]
    [InlineData(15, "0.05")]
    [InlineData(60, "0.05")]
    public async Task What_is_still_counted_for_the_day_before_is_not_rain_of_the_new_day(int minutes, string oneHour)
    {
        await AfterAsync(TestReports.Central(10, 2, 23, 45), "1.20");

        Assert.Empty(await AfterAsync(TestReports.Central(10, 3).AddMinutes(minutes), "1.20", oneHour));
    }

    [Theory]
    [InlineData(15, "0.10")]
    [InlineData(75, "0.05")]
    public async Task Rain_of_the_new_day_counts_though_its_last_hour_had_no_more(int minutes, string oneHour)
    {
        await AfterAsync(TestReports.Central(10, 2, 23, 45), "1.20");

        Assert.Equal(
            [RainfallChangeKind.Reset, RainfallChangeKind.NewRain],
            (await AfterAsync(TestReports.Central(10, 3).AddMinutes(minutes), "0.10", oneHour)).Select(change => change.Kind));
    }

    [Fact]
    public async Task The_hour_that_comes_twice_in_autumn_is_reported_apart()
    {
        await AfterAsync(TestReports.Central(11, 1, 1, 45, -5), "0.10");

        RainfallChange rain = Assert.Single(await AfterAsync(TestReports.Central(11, 1, 1, 30, -6), "0.30"));

        Assert.Equal((0.20m, TimeSpan.FromMinutes(45)), (rain.Inches, rain.To - rain.From));
    }

    [Fact]
    public async Task The_hour_that_is_skipped_in_spring_makes_no_longer_span()
    {
        await AfterAsync(TestReports.Central(3, 8, 1, 45, -6), "0.10");

        RainfallChange rain = Assert.Single(await AfterAsync(TestReports.Central(3, 8, 3, 0, -5), "0.30"));

        Assert.Equal(TimeSpan.FromMinutes(15), rain.To - rain.From);
    }

    private async Task<RainfallChange[]> AfterAsync(DateTimeOffset read, string sinceMidnight, string oneHour = "") =>
        [.. _memory.Update(await GaugeRow.ReportAsync(read, new GaugeRow(read, sinceMidnight, oneHour)), read).Where(change => change.Site is not null)];
}
