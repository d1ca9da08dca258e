namespace Lcra.Hydromet.Parquet.Tests;

public class ParquetSizeTests
{
    private const int Gauges = 3;

    [Fact]
    public async Task A_year_whose_rises_and_gaps_come_at_any_time_takes_less_than_half_a_byte_each()
    {
        using MemoryStream file = new();

        ExportSummary summary = await ParquetExport.WriteAsync(file, ExportTables.Accumulated, Enumerable.Range(1, Gauges).SelectMany(YearOf));

        Assert.InRange(summary.Rows, 100_000, 110_000);
        Assert.InRange((double)file.Length / summary.Rows, 0.3, 0.4);
    }

    [Fact]
    public async Task A_year_with_rain_in_spells_takes_less_than_a_fifth_of_a_byte_each()
    {
        using MemoryStream file = new();

        ExportSummary summary = await ParquetExport.WriteAsync(
            file, ExportTables.Accumulated, Enumerable.Range(1, Gauges).SelectMany(gauge => RainfallStep.Of(ParquetFiles.Year(2025, gauge)).Of(new SiteId("LCRA", $"{1000 + gauge}"))));

        Assert.InRange((double)file.Length / summary.Rows, 0.1, 0.2);
    }

    // Every 15 minutes, of which 2 of 100 are missing and 1.25 of 100 a rise.
    private static IEnumerable<SiteRecord<RainfallStep>> YearOf(int gauge)
    {
        uint random = (uint)gauge;
        List<AccumulatedRainfall> readings = [];
        decimal count = 10m * gauge;
        DateTimeOffset end = CentralTime.StartOfDay(new DateOnly(2026, 1, 1));
        for (DateTimeOffset at = CentralTime.StartOfDay(new DateOnly(2025, 1, 1)); at < end; at = at.AddMinutes(15))
        {
            count += Next(80) == 0 ? (1 + Next(59)) * 0.01m : 0;
            if (Next(50) > 0)
            {
                readings.Add(new AccumulatedRainfall(at, count));
            }
        }

        SiteId site = new("LCRA", $"{1000 + gauge}");
        return RainfallStep.Of(readings).Select(step => new SiteRecord<RainfallStep>(site, step));

        uint Next(uint below)
        {
            random = (random * 1_664_525) + 1_013_904_223;
            return (random >> 12) % below;
        }
    }
}
