using System.Globalization;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Readers;

/// <summary>The files of the recipes, and the true values in them.</summary>
public sealed class ExportedFiles : IAsyncLifetime
{
    private const string UsgsId = "USGS_08140770";
    private static readonly RainfallPeriod Period = RainfallPeriod.LastMonth;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly List<string> _truth = [];

    public string Folder => _folder.FullName;

    /// <summary>Gets the true values of the totals, in the order in which each recipe prints them.</summary>
    public IEnumerable<string> TruthOfTotals => _truth.Take(6);

    /// <summary>Gets the number of totals, of amounts, and of amounts under 0.10 in.</summary>
    public (int Rows, int Amounts, int Low) Counts { get; private set; }

    /// <summary>Gets the totals of gauges with a position, in their order.</summary>
    public IReadOnlyList<RainfallTotal> Positioned { get; private set; } = [];

    public decimal Sum { get; private set; }

    public async Task InitializeAsync()
    {
        HydrometClient client = new(new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())));
        RainfallTotal[] totals = [.. (await client.GetRainfallAsync()).Gauges.Select(gauge => gauge[Period])];
        // LCRA's recording has the position of every gauge.
        totals[0] = totals[0] with { Site = totals[0].Site with { Latitude = null, Longitude = null } };
        await WriteAsync("totals", ExportTables.Totals, totals);
        await using (FileStream map = File.Create(Path.Combine(Folder, "totals.geojson")))
        {
            await RainfallExport.WriteGeoJsonAsync(map, totals);
        }

        decimal[] amounts = [.. totals.Select(total => total.Inches).OfType<decimal>()];
        Counts = (totals.Length, amounts.Length, amounts.Count(inches => inches < 0.10m));
        Positioned = [.. totals.Where(total => total.Site.Latitude is not null)];
        Sum = amounts.Sum();
        Add(totals.Length, amounts.Length, Sum, decimal.Round(Sum / amounts.Length, 4), Counts.Low);
        _truth.Add(UsgsId);

        List<SiteRecord<DailyRainfall>> days = [];
        (DateOnly first, DateOnly last) = (new DateOnly(2007, 1, 1), new DateOnly(2008, 12, 31));
        SiteId[] sites = [SiteId.Parse("3018"), SiteId.Parse("2959")];
        foreach (SiteId site in sites)
        {
            days.AddRange(await client.GetDailyRainfallAsync(site, first, last).OfEachDayAsync(site, first, last).ToArrayAsync());
        }

        await WriteAsync("daily", ExportTables.Daily, days);
        await WriteAsync(
            "wide", ExportTables.DailyWide(sites), DailyRainfallRow.Of(sites.Select(site => days.Where(day => day.Site == site).Select(day => day.Record)), first, last));
        Add(days.Max(day => day.Record.Inches)!.Value);

        RainfallStep[] steps = [.. Steps(new(2025, 11, 1)), .. Steps(new(2026, 3, 7))];
        await WriteAsync("accumulated", ExportTables.Accumulated, steps.Of(SiteId.Parse("3018")));
        foreach (IGrouping<DateOnly, RainfallStep> day in steps.GroupBy(step => CentralTime.DayOf(step.At)))
        {
            _truth.Add(day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Add(day.Sum(step => step.Inches ?? 0));
        }
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    // Three local days from midnight on, the second of which has 23 or 25 hours: 0.01 in every 15 minutes.
    private static IReadOnlyList<RainfallStep> Steps(DateOnly first)
    {
        DateTimeOffset start = CentralTime.StartOfDay(first);
        int count = (int)((CentralTime.StartOfDay(first.AddDays(3)) - start).TotalMinutes / 15);
        return RainfallStep.Of(Enumerable.Range(0, count).Select(place => new AccumulatedRainfall(start.AddMinutes(15 * place), 20 + (place * 0.01m))));
    }

    private async Task WriteAsync<TRow>(string name, ExportTable<TRow> table, IEnumerable<TRow> rows)
    {
        foreach ((string extension, ExportFormat format) in new[] { ("csv", ExportFormat.Csv), ("jsonl", ExportFormat.JsonLines) })
        {
            await using FileStream file = File.Create(Path.Combine(Folder, $"{name}.{extension}"));
            await RainfallExport.WriteAsync(file, format, table, rows);
        }
    }

    /// <summary>Asserts that a program printed the true values, with whatever between them.</summary>
    public void AssertTrue(string output) =>
        Assert.Equal(_truth, output.Split([' ', '\t', '\r', '\n', ',', '|', '"'], StringSplitOptions.RemoveEmptyEntries).Select(Value));

    // Programs print 280.66 and 280.660000 for the same number; a mean has four decimals.
    private static string Value(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? Text(decimal.Round(number, 4)) : text;

    // A number without zeros at its end.
    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private void Add(params decimal[] values) => _truth.AddRange(values.Select(Text));
}
