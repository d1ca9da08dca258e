using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class RainfallSeriesSizeTests
{
    private const int ThirtyFourYears = 1_100_000;

    [Fact]
    public void A_record_of_34_years_is_made_in_under_24_bytes_a_reading()
    {
        _ = RainfallSeries.FromAccumulatedRainfall(Readings(10));
        long before = GC.GetAllocatedBytesForCurrentThread();

        RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(Readings(ThirtyFourYears));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 24L * ThirtyFourYears);
        Assert.Equal(ThirtyFourYears / 100, series.Whole().Inches * 100);
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
