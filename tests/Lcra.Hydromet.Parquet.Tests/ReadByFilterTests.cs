using System.Globalization;

namespace Lcra.Hydromet.Parquet.Tests;

/// <summary>What three readers that share no code with the writer make of the files, by filter as well as in total.</summary>
[Collection(nameof(ParquetFiles))]
public sealed class ReadByFilterTests(ParquetFiles files)
{
    private const string Site = "LCRA_2959";
    private static readonly SiteId Gauge = SiteId.Parse(Site);
    private static readonly DateTimeOffset StormStart = new(2025, 6, 6, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset StormEnd = StormStart.AddHours(6);

    [Theory]
    [InlineData("America/Chicago")]
    [InlineData("UTC")]
    public void DuckDB_finds_the_hours_of_a_storm_one_site_and_all_readings(string zone)
    {
        string output = DuckDb.Run(
            $"""
            SELECT count(*), count(rain_in), sum(rain_in_hundredths), round(sum(rain_in), 2), epoch_ms(min(time_utc)), epoch_ms(max(time_utc)) FROM '{ParquetFiles.Readings}' WHERE time_utc >= '{StormStart:O}' AND time_utc < '{StormEnd:O}';
            SELECT count(*), count(rain_in), sum(rain_in_hundredths), round(sum(rain_in), 2), epoch_ms(min(time_utc)), epoch_ms(max(time_utc)) FROM '{ParquetFiles.Readings}' WHERE site = '{Site}';
            SELECT count(*), count(rain_in), sum(rain_in_hundredths), round(sum(rain_in), 2), epoch_ms(min(time_utc)), epoch_ms(max(time_utc)) FROM '{ParquetFiles.Readings}';
            """,
            files.Folder,
            zone);

        Assert.Equal(string.Join('\n', [Facts(InStorm), Facts(AtSite), Facts(_ => true), ""]), output);
    }

    [Theory]
    [InlineData("America/Chicago")]
    [InlineData("UTC")]
    public void DuckDB_finds_the_readings_without_an_amount_and_the_rain_of_each_local_day(string zone)
    {
        string output = DuckDb.Run(
            $"""
            SELECT count(*), count(rain_in), count(rain_in_hundredths) FROM '{ParquetFiles.Readings}' WHERE status <> 'measured';
            SELECT day, count(*), sum(rain_in_hundredths) FROM '{ParquetFiles.Readings}' WHERE site = '{Site}' GROUP BY day ORDER BY day;
            SELECT count(*) FROM '{ParquetFiles.Readings}' WHERE (time_utc AT TIME ZONE 'America/Chicago')::DATE <> day;
            """,
            files.Folder,
            zone);

        IEnumerable<string> days = files.Steps.Where(AtSite).GroupBy(step => CentralTime.DayOf(step.Record.At)).Select(
            day => string.Create(CultureInfo.InvariantCulture, $"{day.Key:O} {day.Count()} {day.Sum(step => step.Record.Inches ?? 0) * 100:0}"));
        Assert.Equal([$"{files.Steps.Count(step => step.Record.Inches is null)} 0 0", .. days, "0", ""], output.Split('\n'));
        Assert.Contains("\n2025-03-09 92 ", output, StringComparison.Ordinal);
        Assert.Contains("\n2025-11-02 100 ", output, StringComparison.Ordinal);
    }

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData("America/Chicago")]
    public async Task Hyparquet_finds_the_hours_of_a_storm_one_site_and_all_readings(string zone)
    {
        string output = await ReaderProgram.RunAsync(
            ReaderProgram.Node,
            $$"""
            const { parquetReadObjects, asyncBufferFromFile } = await import('hyparquet');
            const { compressors } = await import('hyparquet-compressors');
            const file = await asyncBufferFromFile('{{ParquetFiles.Readings}}');
            const filters = [
              { time_utc: { $gte: new Date('{{StormStart:O}}'), $lt: new Date('{{StormEnd:O}}') } },
              { site: { $eq: '{{Site}}' } },
              undefined,
            ];
            for (const filter of filters) {
              const rows = await parquetReadObjects({ file, compressors, filter, columns: ['site', 'time_utc', 'rain_in', 'rain_in_hundredths'] });
              const measured = rows.filter(row => row.rain_in !== null && row.rain_in !== undefined);
              const times = rows.map(row => row.time_utc.getTime());
              console.log(rows.length, measured.length, measured.reduce((sum, row) => sum + row.rain_in_hundredths, 0),
                Math.round(measured.reduce((sum, row) => sum + row.rain_in, 0) * 100) / 100,
                times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b)));
            }
            """,
            files.Folder,
            zone);

        Assert.Equal(string.Join('\n', [Facts(InStorm), Facts(AtSite), Facts(_ => true), ""]), output);
    }

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData("America/Chicago")]
    public async Task Apache_Arrow_finds_the_hours_of_a_storm_one_site_and_all_readings(string zone)
    {
        string output = await ReaderProgram.RunAsync(
            ReaderProgram.Node,
            $$"""
            const { readFileSync } = await import('node:fs');
            const { tableFromIPC } = await import('apache-arrow');
            const { readParquet } = await import('parquet-wasm/node');
            const table = tableFromIPC(readParquet(readFileSync('{{ParquetFiles.Readings}}')).intoIPCStream());
            console.log(['site', 'time_utc', 'day', 'rain_in', 'rain_in_hundredths'].map(name => `${table.schema.fields.find(field => field.name === name).type}`).join(' '));
            const [start, end] = [Date.parse('{{StormStart:O}}'), Date.parse('{{StormEnd:O}}')];
            const filters = [row => row.time_utc >= start && row.time_utc < end, row => row.site === '{{Site}}', () => true];
            const facts = filters.map(() => ({ rows: 0, amounts: 0, hundredths: 0, sum: 0, first: Infinity, last: -Infinity }));
            for (const proxy of table) {
              const row = { site: proxy.site, time_utc: Number(proxy.time_utc), rain_in: proxy.rain_in, hundredths: proxy.rain_in_hundredths };
              facts.filter((_, place) => filters[place](row)).forEach(fact => {
                fact.rows++;
                fact.amounts += row.rain_in === null ? 0 : 1;
                fact.hundredths += row.hundredths ?? 0;
                fact.sum += row.rain_in ?? 0;
                fact.first = Math.min(fact.first, row.time_utc);
                fact.last = Math.max(fact.last, row.time_utc);
              });
            }
            facts.forEach(fact => console.log(fact.rows, fact.amounts, fact.hundredths, Math.round(fact.sum * 100) / 100, fact.first, fact.last));
            """,
            files.Folder,
            zone);

        Assert.Equal(string.Join('\n', ["Utf8 Timestamp<MILLISECOND, UTC> Date32<DAY> Float64 Int32", Facts(InStorm), Facts(AtSite), Facts(_ => true), ""]), output);
    }

    [Theory]
    [InlineData("America/Chicago")]
    public void DuckDB_reads_types_and_finds_the_recorded_days_of_a_year_and_the_totals_of_a_period(string zone)
    {
        string output = DuckDb.Run(
            $"""
            SELECT count(*), count(rain_in), sum(rain_in_hundredths), min(day), max(day) FROM '{ParquetFiles.Daily}' WHERE day >= '2007-01-01' AND day < '2008-01-01';
            SELECT count(*), sum(rain_in_hundredths), max(rain_in) FROM '{ParquetFiles.Daily}' WHERE status = 'measured';
            SELECT count(*), sum(rain_in_hundredths), epoch_ms(max(end_utc)) FROM '{ParquetFiles.Totals}' WHERE period = '24_hour' AND status = 'measured';
            SELECT sum(LCRA_3018_in_hundredths) FROM '{ParquetFiles.Wide}';
            SELECT column_name, column_type FROM (DESCRIBE FROM '{ParquetFiles.Readings}');
            SELECT key::VARCHAR, value::VARCHAR FROM parquet_kv_metadata('{ParquetFiles.Readings}') WHERE key::VARCHAR IN ('provisional', 'source', 'attribution') ORDER BY 1;
            """,
            files.Folder,
            zone);

        DailyRainfall[] year = [.. files.Days.Select(day => day.Record).Where(day => day.Day.Year == 2007)];
        DailyRainfall[] measured = [.. files.Days.Select(day => day.Record).Where(day => day.Inches is not null)];
        RainfallTotal[] totals = [.. files.Report.Where(total => total.Period == RainfallPeriod.TwentyFourHours && total.Inches is not null)];
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {year.Length} {year.Count(day => day.Inches is not null)} {year.Sum(day => day.Inches) * 100:0} 2007-01-01 2007-12-31
                {measured.Length} {measured.Sum(day => day.Inches) * 100:0} {measured.Max(day => day.Inches):0.0#}
                {totals.Length} {totals.Sum(total => total.Inches) * 100:0} {totals.Max(total => total.End)!.Value.ToUnixTimeMilliseconds()}
                {measured.Sum(day => day.Inches) * 100:0}
                site VARCHAR
                time_utc TIMESTAMP WITH TIME ZONE
                day DATE
                rain_in DOUBLE
                rain_in_hundredths INTEGER
                accumulated_in DOUBLE
                accumulated_in_hundredths INTEGER
                status VARCHAR
                attribution Lower Colorado River Authority (LCRA) Hydromet, provisional data
                provisional true
                source https://hydromet.lcra.org/

                """),
            output);
        Assert.Equal(365, year.Length);
    }

    private static bool InStorm(SiteRecord<RainfallStep> step) => step.Record.At >= StormStart && step.Record.At < StormEnd;

    private static bool AtSite(SiteRecord<RainfallStep> step) => step.Site == Gauge;

    private string Facts(Func<SiteRecord<RainfallStep>, bool> filter)
    {
        RainfallStep[] steps = [.. files.Steps.Where(filter).Select(step => step.Record)];
        decimal sum = steps.Sum(step => step.Inches ?? 0);
        Assert.True(sum > 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{steps.Length} {steps.Count(step => step.Inches is not null)} {sum * 100:0} {sum:0.##} {steps.Min(step => step.At).ToUnixTimeMilliseconds()} {steps.Max(step => step.At).ToUnixTimeMilliseconds()}");
    }
}
