using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class RainfallSeriesSizeTests
{
    private const int ThirtyFourYears = 1_100_000;

    [Fact]
    public void A_record_of_34_years_is_made_in_under_12_bytes_a_reading()
    {
        _ = RainfallSeries.FromAccumulatedRainfall(Readings(10));
        long before = GC.GetAllocatedBytesForCurrentThread();

        RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(Readings(ThirtyFourYears));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12L * ThirtyFourYears);
        Assert.Equal(ThirtyFourYears / 100, series.Whole().Inches * 100);
    }

    [Theory]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(2_048)]
    [InlineData(3_000)]
    public void Each_reading_of_a_long_record_is_found(int count)
    {
        RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(Enumerable.Range(0, count).Select(reading => TestSeries.Reading(15d * reading, reading * 0.01m)));

        Assert.All(Enumerable.Range(1, count - 1), reading =>
        {
            Assert.Equal(reading * 0.01m, series.Total(0, 15 * reading).Inches);
            Assert.Equal(0.01m, series.Total((15 * reading) - 15, 15 * reading).Inches);
        });
        Assert.Equal((TestSeries.At(0), TestSeries.At(15 * (count - 1))), (series.Start, series.End));
    }

    // A tip every 25 hours; what is allocated here is a few bytes in all.
    private static IEnumerable<AccumulatedRainfall> Readings(int count)
    {
        for (int reading = 0; reading < count; reading++)
        {
            yield return TestSeries.Reading(15d * reading, (reading + 1) / 100 * 0.01m);
        }
    }
}
