using System.Globalization;
using CsvHelper;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Exports;

/// <summary>No text that an export writes is a date, a duration, a number, a year or a boolean to a program that guesses types. Names of gauges are LCRA's own.</summary>
public class MisreadTests
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.InvariantCulture, new("en-US"), new("de-DE")];

    private static readonly string[] Dates =
        ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy/MM/dd", "MM/dd/yyyy", "M/d/yyyy", "dd/MM/yyyy", "dd.MM.yyyy", "MM-dd-yyyy", "yyyyMMdd", "MMM yyyy", "MMMM d", "d MMM yyyy"];

    private static readonly SiteId[] Pair = [SiteId.Parse("3018"), SiteId.Parse("USGS:08154700")];

    public static TheoryData<string> Periods => [.. RainfallPeriod.All.Select(period => period.Key)];

    [Theory]
    [MemberData(nameof(Periods))]
    public async Task No_text_of_a_periods_file_reads_as_something_else(string key)
    {
        RainfallReport report = await Client().GetRainfallAsync();

        Dictionary<string, HashSet<string>> texts = await TextsAsync(ExportTables.Totals, report.Gauges.Select(gauge => gauge[RainfallPeriod.Parse(key)]));

        Assert.Equal(["site", "agency", "basin", "period", "status", "conflicts", "source"], texts.Keys);
        Assert.All(texts, column => Assert.All(column.Value, text => Assert.True(ReadsAs(text) is null, $"{column.Key} '{text}' reads as {ReadsAs(text)}.")));
        Assert.True(texts["site"].Count > 300);
    }

    [Fact]
    public async Task No_text_of_the_lakes_file_reads_as_something_else()
    {
        LakeReport lakes = await Client().GetLakeLevelsAsync();

        Dictionary<string, HashSet<string>> texts = await TextsAsync(ExportTables.Lakes(lakes), lakes.Lakes);

        Assert.All(texts.Values.SelectMany(column => column), text => Assert.Null(ReadsAs(text)));
        Assert.Equal(lakes.Lakes.Count, texts["site"].Count);
    }

    [Fact]
    public void No_heading_reads_as_something_else() => Assert.All(
        ExportTables.Totals.Columns.Concat(ExportTables.Daily.Columns).Concat(ExportTables.Calendar.Columns).Concat(ExportTables.Accumulated.Columns)
            .Concat(ExportTables.Streams.Columns).Concat(ExportTables.LakeReadings.Columns).Concat(ExportTables.Events.Columns)
            .Concat(ExportTables.DailyWide(Pair).Columns).Concat(ExportTables.AccumulatedWide(Pair).Columns).Concat(ExportTables.StreamsWide(Pair).Columns).Concat(ExportTables.LakeReadingsWide(Pair).Columns),
        column => Assert.Null(ReadsAs(column.Name)));

    [Theory]
    [InlineData("10/01/2026", "a date")]
    [InlineData("2026", "a number")]
    [InlineData("24 Hour", null)]
    [InlineData("1.00:00:00", "a duration")]
    [InlineData("06:00", "a duration")]
    [InlineData("true", "a boolean")]
    [InlineData("08154700", "a number")]
    [InlineData("May 2026", "a date")]
    public void What_reads_as_something_else_is_found(string text, string? kind) => Assert.Equal(kind, ReadsAs(text));

    private static HydrometClient Client() => new(new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())));

    private static string? ReadsAs(string text)
    {
        foreach (CultureInfo culture in Cultures)
        {
            if (double.TryParse(text, NumberStyles.Any, culture, out _))
            {
                return "a number";
            }

            if (TimeSpan.TryParse(text, culture, out _))
            {
                return "a duration";
            }

            if (DateTime.TryParse(text, culture, DateTimeStyles.None, out _) || DateTime.TryParseExact(text, Dates, culture, DateTimeStyles.None, out _))
            {
                return "a date";
            }
        }

        return bool.TryParse(text, out _) ? "a boolean" : null;
    }

    private static async Task<Dictionary<string, HashSet<string>>> TextsAsync<TRow>(ExportTable<TRow> table, IEnumerable<TRow> rows)
    {
        using MemoryStream file = new();
        await RainfallExport.WriteAsync(file, ExportFormat.Csv, table, rows);
        file.Position = 0;
        using CsvReader csv = CsvReader.Create(file);
        (string Name, int Place)[] columns =
            [.. table.Columns.Select((column, place) => (column, place)).Where(pair => pair.column is { Type: ExportColumnType.Text, Name: not "name" }).Select(pair => (pair.column.Name, pair.place))];
        Dictionary<string, HashSet<string>> texts = columns.ToDictionary(column => column.Name, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        while (await csv.ReadAsync())
        {
            foreach ((string name, int place) in columns.Where(column => !csv.IsEmpty(column.Place)))
            {
                texts[name].Add(csv.GetString(place));
            }
        }

        return texts;
    }
}
