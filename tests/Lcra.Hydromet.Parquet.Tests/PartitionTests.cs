using System.Globalization;

namespace Lcra.Hydromet.Parquet.Tests;

/// <summary>Files of years in the folders that programs read as columns: DuckDB finds a time, a site and all readings in them.</summary>
public sealed class PartitionTests : IDisposable
{
    private const int FirstYear = 2022;
    private static readonly DateTimeOffset From = new(2023, 6, 6, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = From.AddHours(6);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(6, 2)]
    public Task A_time_a_site_and_all_readings_are_found(int gauges, int years) => AreFoundAsync(gauges, years);

    // 360 gauges over 4 years: 50 million readings, whose writing takes most of a minute.
    [Trait("Category", "Nightly")]
    [Theory]
    [InlineData(360, 4)]
    public async Task They_are_found_in_50_million_readings(int gauges, int years) =>
        Assert.InRange(await AreFoundAsync(gauges, years), 50_000_000, 51_000_000);

    private async Task<long> AreFoundAsync(int gauges, int years)
    {
        Facts all = new();
        Facts ofSite = new();
        Facts ofTime = new();
        SiteId[] sites = [.. Enumerable.Range(1000, gauges).Select(number => SiteId.Parse(number.ToString(CultureInfo.InvariantCulture)))];
        SiteId site = sites[gauges / 2];
        for (int year = FirstYear; year < FirstYear + years; year++)
        {
            DirectoryInfo folder = _folder.CreateSubdirectory($"parameter=rain/year={year}");
            await using FileStream file = File.Create(Path.Combine(folder.FullName, "rows.parquet"));
            int started = year;
            await ParquetExport.WriteAsync(file, ExportTables.Accumulated, sites.SelectMany((gauge, place) => Year(started, place).Of(gauge)).Select(Counted));
        }

        string output = DuckDb.Run(
            $"""
            SELECT count(*), count(rain_in), sum(rain_in_hundredths) FROM '**/*.parquet';
            SELECT count(*), count(rain_in), sum(rain_in_hundredths) FROM '**/*.parquet' WHERE site = 'LCRA_{site.Number}';
            SELECT count(*), count(rain_in), sum(rain_in_hundredths) FROM '**/*.parquet' WHERE time_utc >= '{From:O}' AND time_utc < '{Until:O}';
            SELECT count(DISTINCT year), count(DISTINCT year(day)), count(*) FILTER (year <> year(day)), any_value(parameter) FROM '**/*.parquet';
            """,
            _folder.FullName,
            "America/Chicago");

        Assert.Equal($"{all}\n{ofSite}\n{ofTime}\n{years} {years} 0 rain\n", output);
        Assert.True(ofTime is { Rows: > 0, Hundredths: > 0 });
        return all.Rows;

        SiteRecord<RainfallStep> Counted(SiteRecord<RainfallStep> row)
        {
            all.Add(row.Record);
            if (row.Site == site)
            {
                ofSite.Add(row.Record);
            }

            if (row.Record.At >= From && row.Record.At < Until)
            {
                ofTime.Add(row.Record);
            }

            return row;
        }
    }

    // Rain in a few hours of every ninth day, and two of a hundred readings without an amount.
    private static IEnumerable<RainfallStep> Year(int year, int seed)
    {
        DateTimeOffset end = CentralTime.StartOfDay(new DateOnly(year + 1, 1, 1));
        uint random = (uint)((year * 1000) + seed) * 2_654_435_761;
        decimal count = 10;
        for (DateTimeOffset at = CentralTime.StartOfDay(new DateOnly(year, 1, 1)); at < end; at = at.AddMinutes(15))
        {
            random = (random * 1_664_525) + 1_013_904_223;
            bool isWet = at.UtcDateTime is { Hour: < 8 } time && time.DayOfYear % 9 == 4;
            decimal rain = isWet && random >> 30 == 0 ? new decimal((int)((random >> 8) % 30) + 1, 0, 0, isNegative: false, scale: 2) : 0.00m;
            count += rain;
            yield return new RainfallStep { At = at, AccumulatedInches = count, Inches = (random >> 8) % 50 == 0 ? null : rain };
        }
    }

    private sealed class Facts
    {
        private long _amounts;

        public long Rows { get; private set; }

        public decimal Hundredths { get; private set; }

        public void Add(RainfallStep step)
        {
            Rows++;
            _amounts += step.Inches is null ? 0 : 1;
            Hundredths += 100 * (step.Inches ?? 0);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows} {_amounts} {Hundredths:0}");
    }
}
