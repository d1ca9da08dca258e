using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Climate;

public class RainfallClimateMeanTests
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly RainfallClimateOptions Any = new() { MinYears = 1, MinGaugePercent = 1 };

    [Fact]
    public void A_day_is_the_mean_of_the_gauges_that_have_it_and_says_of_how_many()
    {
        RainfallClimate climate = RainfallClimate.OfMean([Gauge("9001", 1m, 1m, 1m), Gauge("9002", 2m, null, 0m), Gauge("9003", 0m, null, null)], Any);

        Assert.Equal((1m, 3), Amount(climate, 0));
        Assert.Equal((1m, 1), Amount(climate, 1));
        Assert.Equal((0.5m, 2), Amount(climate, 2));
        Assert.Equal((2.5m, 1), (climate.RankOfDays(First.AddDays(2), 3).Inches, climate.RankOfDays(First.AddDays(2), 3).MinGaugeCount));
        Assert.Equal(3, climate.GaugeCount);
        Assert.Contains("mean of at least 1 gauge,", climate.RankOfDays(First.AddDays(1)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_half_of_the_gauges_lack_is_missing()
    {
        RainfallClimate climate = RainfallClimate.OfMean([Gauge("9001", 1m, 1m), Gauge("9002", 2m, 1m), Gauge("9003", 0m, null), Gauge("9004", null, null), Gauge("9005", null, null)]);

        Assert.Equal((1m, 3), Amount(climate, 0));
        Assert.Null(climate.RankOfDays(First.AddDays(1)).Inches);
        Assert.Equal(1, climate.DayCount);
    }

    [Fact]
    public void A_mean_has_four_decimals() =>
        Assert.Equal(0.3333m, Amount(RainfallClimate.OfMean([Gauge("9001", 1m), Gauge("9002", 0m), Gauge("9003", 0m)]), 0).Inches);

    [Fact]
    public void A_suspect_day_of_a_gauge_is_not_in_the_mean()
    {
        RainfallClimate climate = RainfallClimate.OfMean([Gauge("9001", 0m, 9m, 0m), Gauge("9002", 0m, 0.5m, 0m), Gauge("9003", 0m, 0.3m, 0m)]);

        Assert.Equal((0.4m, 2), Amount(climate, 1));
        Assert.Equal("LCRA:9001", Assert.Single(climate.SuspectDays).Site.ToString());
    }

    [Fact]
    public void A_mean_with_a_day_that_is_not_over_is_partial()
    {
        GaugeDailyRainfall running = Gauge("9002") with { Days = [new DailyRainfall { Day = First, Inches = 1m, IsPartial = true }] };

        Assert.True(RainfallClimate.OfMean([Gauge("9001", 0m), running]).RankOfDays(First).IsPartial);
    }

    [Fact]
    public void No_gauge_and_a_gauge_that_is_given_twice_are_errors()
    {
        Assert.Throws<ArgumentException>("gauges", () => RainfallClimate.OfMean([]));
        Assert.Throws<ArgumentException>("gauges", () => RainfallClimate.OfMean([Gauge("9001", 1m), Gauge("9001", 1m)]));
    }

    [Fact]
    public void A_mean_is_not_compared_with_a_table_of_a_point()
    {
        RainfallClimate climate = RainfallClimate.OfMean([Gauge("9001", 1m), Gauge("9002", 1m)]);

        Assert.Throws<ArgumentException>("table", () => climate.Summarize(table: Atlas14Table.Parse(Atlas14Files.Irving)));
        Assert.Equal((2, null), (climate.Summarize().GaugeCount, climate.Summarize().Site));
    }

    private static (decimal? Inches, int? Gauges) Amount(RainfallClimate climate, int day)
    {
        RainfallRank rank = climate.RankOfDays(First.AddDays(day));
        return (rank.Inches, rank.MinGaugeCount);
    }

    private static GaugeDailyRainfall Gauge(string number, params decimal?[] inches) => new()
    {
        Site = new Site { Id = SiteId.Parse(number), Name = number, Latitude = 30.5m, Longitude = -98.3m },
        Days = [.. TestSeries.Days(First, inches)],
    };
}
