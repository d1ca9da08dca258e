using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Parquet.Tests;

/// <summary>Files of a made-up year of readings at 15 minutes and of the recording, and the rows in them.</summary>
[CollectionDefinition(nameof(ParquetFiles))]
public sealed class ParquetFiles : IAsyncLifetime, ICollectionFixture<ParquetFiles>
{
    public const string Readings = "readings.parquet";
    public const string Daily = "daily.parquet";
    public const string Totals = "totals.parquet";
    public const string Wide = "wide.parquet";

    private static readonly string[] Gauges = ["2959", "3018", "USGS:08140770"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public string Folder => _folder.FullName;

    public IReadOnlyList<SiteRecord<RainfallStep>> Steps { get; private set; } = [];

    public IReadOnlyList<SiteRecord<DailyRainfall>> Days { get; private set; } = [];

    public IReadOnlyList<RainfallTotal> Report { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Steps = [.. Gauges.SelectMany((gauge, seed) => RainfallStep.Of(Year(2025, seed)).Of(SiteId.Parse(gauge)))];
        await WriteAsync(Readings, ExportTables.Accumulated, Steps);

        HydrometClient client = new(new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())));
        Report = [.. (await client.GetRainfallAsync()).Gauges.SelectMany(gauge => gauge.Totals)];
        await WriteAsync(Totals, ExportTables.Totals, Report);

        SiteId site = SiteId.Parse("3018");
        (DateOnly first, DateOnly last) = (new(2006, 1, 1), new(2008, 12, 31));
        Days = await client.GetDailyRainfallAsync(site, first, last).OfEachDayAsync(site, first, last).ToArrayAsync();
        await using (FileStream daily = File.Create(PathOf(Daily)))
        {
            await ParquetExport.WriteAsync(daily, ExportTables.Daily, Days.ToAsyncEnumerable());
        }

        await WriteAsync(Wide, ExportTables.DailyWide([site]), DailyRainfallRow.Of([Days.Select(day => day.Record)], first, last));
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal static async Task<MemoryStream> WriteAsync<TRow>(ExportTable<TRow> table, IEnumerable<TRow> rows, ExportOptions? options = null)
    {
        MemoryStream file = new();
        await ParquetExport.WriteAsync(file, table, rows, options);
        file.Position = 0;
        return file;
    }

    /// <summary>Makes the readings of a year: rain of 0.01 to 0.30 in in a few spells of hours, and a lost day in July.</summary>
    internal static IEnumerable<AccumulatedRainfall> Year(int year, int seed)
    {
        DateTimeOffset end = CentralTime.StartOfDay(new DateOnly(year + 1, 1, 1));
        uint random = (uint)(seed + 1) * 2_654_435_761;
        decimal count = 12.34m + seed;
        for (DateTimeOffset at = CentralTime.StartOfDay(new DateOnly(year, 1, 1)); at < end; at = at.AddMinutes(15))
        {
            random = (random * 1_664_525) + 1_013_904_223;
            bool isWet = at.UtcDateTime is { Hour: < 8 } time && time.DayOfYear % 9 == 4;
            count += isWet && random >> 30 == 0 ? ((random >> 8) % 30 * 0.01m) + 0.01m : 0;
            if (at.UtcDateTime is not { Month: 7, Day: 4 })
            {
                yield return new AccumulatedRainfall(at, count);
            }
        }
    }

    internal string PathOf(string file) => Path.Combine(Folder, file);

    private async Task WriteAsync<TRow>(string name, ExportTable<TRow> table, IEnumerable<TRow> rows)
    {
        await using FileStream file = File.Create(PathOf(name));
        await ParquetExport.WriteAsync(file, table, rows);
    }
}
