using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Climate;

public class RainfallNeighborQualityTests
{
    private static readonly DateOnly FalseDay = new(1997, 5, 15);
    private static readonly Site Marble = At("2959", 30.5510m, -98.3350m);
    private static readonly Site Hamilton = At("3018", 30.6310m, -98.2650m);

    [Fact]
    public void Without_a_neighbor_the_record_itself_decides_and_the_reason_says_so()
    {
        SuspectDay suspect = Assert.Single(RainfallNeighborQuality.Check(Gauge(Marble, DailyRecording.MarbleFalls()), [Gauge(Hamilton, DailyRecording.HamiltonCreek())]));

        Assert.Equal((FalseDay, 10.68m), (suspect.Day, suspect.Inches));
        Assert.Empty(suspect.Neighbors);
        Assert.EndsWith("There is no neighbor to compare.", suspect.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_15_82_inches_of_June_2007_are_never_suspect()
    {
        GaugeDailyRainfall marble = Gauge(Marble, DailyRecording.MarbleFalls());
        GaugeDailyRainfall hamilton = Gauge(Hamilton, DailyRecording.HamiltonCreek());

        Assert.Empty(RainfallNeighborQuality.Check(hamilton, [marble]));
        Assert.Empty(RainfallNeighborQuality.Check(hamilton, []));
        Assert.Empty(RainfallNeighborQuality.Check(hamilton, [marble, Around("9001", 0m, 0m, 0m)]));
    }

    [Fact]
    public void Dry_neighbors_make_the_false_day_suspect_and_are_named()
    {
        SuspectDay suspect = Assert.Single(Check(Around("9001", 0m, 0.10m, 0m), Around("9002", 0m, 0m, 0.30m)));

        Assert.Equal([("LCRA:9001", 0.10m, 0.10m), ("LCRA:9002", 0m, 0.30m)], suspect.Neighbors.Select(near => (near.Site.ToString(), near.Inches, near.LargestInches)));
        Assert.Contains("LCRA:9001 0.10 in at ", suspect.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "1.07", "0")]
    [InlineData("1.07", "0", "0")]
    [InlineData("0", "0", "1.07")]
    public void A_neighbor_with_a_tenth_of_it_on_the_day_or_beside_it_agrees(string before, string day, string after) =>
        Assert.Empty(Check(Around("9001", 0m, 0m, 0m), Around("9002", Amount(before), Amount(day), Amount(after))));

    [Fact]
    public void Less_than_a_tenth_of_it_disagrees() => Assert.Single(Check(Around("9001", 0m, 1.06m, 0m)));

    [Fact]
    public void An_extreme_day_that_the_record_itself_takes_for_real_is_suspect_where_all_neighbors_are_dry()
    {
        GaugeDailyRainfall gauge = Gauge(Marble, [.. TestSeries.Days(FalseDay.AddDays(-1), 0.20m, 5m, 0.10m)]);

        Assert.Empty(RainfallNeighborQuality.Check(gauge, []));
        Assert.Single(RainfallNeighborQuality.Check(gauge, [Around("9001", 0m, 0m, 0m)]));
    }

    [Fact]
    public void A_day_below_4_inches_is_never_suspect() =>
        Assert.Empty(RainfallNeighborQuality.Check(Gauge(Marble, [.. TestSeries.Days(FalseDay.AddDays(-1), 0m, 3.99m, 0m)]), [Around("9001", 0m, 0m, 0m)]));

    [Fact]
    public void Only_the_three_nearest_with_that_day_are_compared()
    {
        GaugeDailyRainfall[] near = [.. Enumerable.Range(1, 3).Select(number => Around($"900{number}", 0m, 0m, 0m, 30.55m + (number * 0.01m)))];
        GaugeDailyRainfall fourth = Around("9004", 0m, 9m, 0m, 30.60m);

        Assert.Single(Check([fourth, .. near]));
        Assert.Empty(Check([fourth, .. near[1..]]));
    }

    [Fact]
    public void A_neighbor_without_that_day_is_passed_over()
    {
        SuspectDay suspect = Assert.Single(Check(Gauge(At("9001", 30.55m, -98.33m), [.. TestSeries.Days(FalseDay.AddDays(-1), 0m, null, 0m)])));

        Assert.EndsWith("There is no neighbor to compare.", suspect.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30.9851", false)]
    [InlineData("30.9855", true)]
    public void A_gauge_beyond_30_miles_is_no_neighbor(string latitude, bool alone)
    {
        SuspectDay suspect = Assert.Single(Check(Around("9001", 0m, 0m, 0m, Amount(latitude), -98.3350m)));

        Assert.Equal(alone, suspect.Neighbors.Count == 0);
    }

    [Fact]
    public void The_gauge_itself_and_gauges_without_coordinates_are_no_neighbors()
    {
        GaugeDailyRainfall nowhere = Gauge(new Site { Id = SiteId.Parse("9001"), Name = "9001" }, [.. TestSeries.Days(FalseDay, 9m)]);

        Assert.Empty(Assert.Single(Check(Gauge(Marble, [.. TestSeries.Days(FalseDay, 10.68m)]), nowhere)).Neighbors);
    }

    [Fact]
    public void The_extreme_days_are_the_ones_that_need_neighbors() => Assert.Equal(
        [FalseDay, new(2001, 11, 15), new(2002, 6, 30), new(2007, 3, 11), new(2007, 6, 27), new(2012, 9, 13)],
        RainfallNeighborQuality.ExtremeDays(DailyRecording.MarbleFalls()));

    [Fact]
    public void The_climate_leaves_out_what_the_neighbors_make_suspect_and_takes_what_they_prove()
    {
        GaugeDailyRainfall marble = Gauge(Marble, DailyRecording.MarbleFalls());

        Assert.Equal(6.90m, RainfallClimate.Of(marble, [Around("9001", 0m, 0m, 0m)]).WettestDays(1).Inches);
        Assert.Equal(10.68m, RainfallClimate.Of(marble, [Around("9001", 0m, 4m, 0m)]).WettestDays(1).Inches);
    }

    private static IReadOnlyList<SuspectDay> Check(params GaugeDailyRainfall[] neighbors) =>
        RainfallNeighborQuality.Check(Gauge(Marble, DailyRecording.FalseExtremeOf1997()), neighbors);

    private static GaugeDailyRainfall Around(string number, decimal before, decimal day, decimal after, decimal latitude = 30.56m, decimal longitude = -98.34m) =>
        Gauge(At(number, latitude, longitude), [.. TestSeries.Days(FalseDay.AddDays(-1), before, day, after)]);

    private static GaugeDailyRainfall Gauge(Site site, DailyRainfall[] days) => new() { Site = site, Days = days };

    private static Site At(string number, decimal latitude, decimal longitude) =>
        new() { Id = SiteId.Parse(number), Name = number, Latitude = latitude, Longitude = longitude };

    private static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
