using System.Globalization;
using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Hyetographs;
using RainfallSite.Rainfall;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Hyetographs;

/// <summary>When rain fell, from totals that end at one reading.</summary>
public sealed class RainStepsTests : IDisposable
{
    private const string Row = "3018,Hamilton Creek near Marble Falls,2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20";
    private static readonly DateTimeOffset LastReading = new(2026, 10, 2, 6, 45, 0, TimeSpan.FromHours(-5));
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task The_steps_are_the_differences_of_the_totals_and_add_up_to_the_last_24_hours()
    {
        IReadOnlyList<RainStep> steps = await StepsAsync();

        Assert.Equal([1.61m, 0.00m, 0.08m, 0.18m, 0.94m], steps.Select(step => step.Inches));
        Assert.Equal([12, 6, 3, 2, 1], steps.Select(step => (step.End - step.Start).TotalHours));
        Assert.Equal(2.81m, steps.Sum(step => step.Inches));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public async Task A_total_that_is_blank_makes_a_longer_step_and_no_zero()
    {
        _site.With(RecordedBodies.With(Row, Row.Replace(",1.12,", ",,", StringComparison.Ordinal)));

        Assert.Equal([1.61m, 0.00m, 0.26m, 0.94m], (await StepsAsync()).Select(step => step.Inches));
    }

    [Fact]
    public async Task Totals_that_contradict_each_other_leave_a_step_unknown()
    {
        _site.With(RecordedBodies.With(Row, Row.Replace(",1.12,", ",0.50,", StringComparison.Ordinal)));

        RainStep[] steps = [.. await StepsAsync()];

        Assert.Equal([1.61m, 0.00m, 0.26m, null, 0.94m], steps.Select(step => step.Inches));
        Assert.Null(new Hyetograph(steps).Line);
        Assert.Contains("Shaded: totals contradict each other", PageText.Words(await _site.GetStringAsync("/?site=3018")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_total_of_24_hours_nothing_is_drawn()
    {
        _site.With(RecordedBodies.With(Row, Row.Replace(",2.81,", ",,", StringComparison.Ordinal)));

        Assert.Empty(await StepsAsync());
        Assert.DoesNotContain("When it rained", await _site.GetStringAsync("/?site=3018"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 40, 192)]
    [InlineData(100, 140, 96)]
    public void Readings_make_quarters_of_a_day_and_of_two_where_it_rained_before(int rainFrom, int rainTo, int count)
    {
        IReadOnlyList<RainStep> steps = RainStepsReader.QuartersOf(Series(reading => reading > rainFrom && reading <= rainTo ? 0.05m : 0m), LastReading.AddMinutes(9));

        Assert.Equal((count, LastReading), (steps.Count, steps[^1].End));
        Assert.Equal(0.05m * (rainTo - rainFrom), steps.Sum(step => step.Inches));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public void A_quarter_without_a_reading_is_not_known_and_ends_the_line()
    {
        IReadOnlyList<RainStep> steps = RainStepsReader.QuartersOf(Series(_ => 0.01m, until: 188), LastReading);

        Assert.Equal([null, null, null, null], steps.TakeLast(4).Select(step => step.Inches));
        Hyetograph drawing = new(steps);
        Assert.Equal(189, drawing.Line!.Split(' ').Length);
        Assert.Equal((189, LastReading), (drawing.Merged.Count, drawing.Merged[^1].End));
    }

    [Fact]
    public void Readings_that_end_hours_ago_make_no_quarters() =>
        Assert.Empty(RainStepsReader.QuartersOf(Series(_ => 0.01m, until: 180), LastReading));

    [Fact]
    public async Task The_page_draws_quarters_where_the_archive_has_readings()
    {
        using SiteFixture recorded = new();
        recorded.With(HydrometRecording.StormOfOctober2026().WithAccumulated(SiteId.Parse("3018"), Counts(reading => reading > 170 ? 0.10m : 0m)));

        string page = await recorded.GetStringAsync("/?site=3018");

        Assert.Contains("Each bar is 15 minutes, from the gauge's own readings: 2.20 Inches in all.", PageText.Words(page), StringComparison.Ordinal);
        Assert.Equal(22, page.Split("class=\"bar fine\"").Length - 1);
        Assert.Contains("Cada barra son 15 minutos", PageText.Words(await recorded.GetStringAsync("/es/?site=3018")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", RainIntensity.None)]
    [InlineData("0.01", RainIntensity.Light)]
    [InlineData("0.10", RainIntensity.Light)]
    [InlineData("0.11", RainIntensity.Moderate)]
    [InlineData("0.30", RainIntensity.Moderate)]
    [InlineData("0.31", RainIntensity.Heavy)]
    public void Rain_of_an_hour_has_a_class(string inches, object intensity) =>
        Assert.Equal(intensity, RainIntensities.Of(decimal.Parse(inches, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("/?site=3018", "In the last hour: 0.94 inches, heavy rain.")]
    [InlineData("/?site=2200", "No rain in the last hour.")]
    [InlineData("/es/?site=3018&units=mm", "En la última hora: 23.9 mm, lluvia fuerte.")]
    [InlineData("/?site=3018", "6:55 am to 6:55 pm 1.61")]
    [InlineData("/?site=3018", "Hamilton Creek near Marble Falls here, Fri, Oct 2, 6:55 am Flood stage unknown 6.98")]
    [InlineData("/?site=2435", "6.11 ft below flood stage bankfull 11.00 ft; flood stage 18.00 ft 11.89")]
    [InlineData("/?site=3018", "Map of closed low-water crossings (ATXfloods)")]
    public async Task The_page_says_how_hard_it_rains_and_how_the_creeks_stand(string address, string says) =>
        Assert.Contains(says, PageText.Words(await _site.GetStringAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task An_old_report_says_nothing_of_the_last_hour()
    {
        await _site.GetStringAsync("/?site=3018");
        _site.Clock.Advance(TimeSpan.FromMinutes(50));

        Assert.DoesNotContain("In the last hour:", await _site.GetStringAsync("/?site=3018"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private static IEnumerable<AccumulatedRainfall> Counts(Func<int, decimal> rain, int until = 192)
    {
        decimal inches = 10;
        for (int reading = 0; reading <= until; reading++)
        {
            inches += rain(reading);
            yield return new AccumulatedRainfall(LastReading.AddMinutes(15 * (reading - 192)), inches);
        }
    }

    private static RainfallSeries Series(Func<int, decimal> rain, int until = 192) =>
        RainfallSeries.FromAccumulatedRainfall(Counts(rain, until), TimeSpan.FromHours(1), 0.01m);

    private async Task<IReadOnlyList<RainStep>> StepsAsync()
    {
        await _site.GetStringAsync("/healthz");
        return RainSteps.Of(_site.Services.GetRequiredService<RainfallSite.Reports.RainfallStore>().Current!.Find("3018")!);
    }
}
