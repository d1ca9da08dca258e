using System.Text.Json;

namespace Lcra.Hydromet.Tests.Readers;

/// <summary>What programs make of the files without any option, and what they themselves get wrong about missing amounts.</summary>
public sealed class NaiveUseTests(ExportedFiles files) : IClassFixture<ExportedFiles>
{
    [ReaderTheory("sqlite3")]
    [InlineData("UTC")]
    public async Task SQLite_refuses_a_gauge_that_is_misspelled(string zone) =>
        Assert.Contains(
            "LCRA_3081_in",
            await FailureAsync("sqlite3", ".bail on\n.import --csv wide.csv wide\nselect sum(LCRA_3081_in) from wide;\n", zone),
            StringComparison.Ordinal);

    [ReaderTheory("csvjson", "jq")]
    [InlineData("UTC")]
    public async Task Csvkit_leaves_ids_and_sources_as_they_are_and_counts_the_amounts(string zone)
    {
        string output = await RunAsync("sh", "csvjson totals.csv | jq -c '[length, (map(select(.rain_in != null)) | length), .[0].site, .[0].period, .[0].source, .[0].status]'\n", zone);

        string line = (await File.ReadAllLinesAsync(Path.Combine(files.Folder, "totals.jsonl")))[0];
        JsonElement first = JsonDocument.Parse(line).RootElement;
        string[] texts = [.. "site period source status".Split(' ').Select(name => first.GetProperty(name).GetString()!)];
        Assert.Equal($"[{files.Counts.Rows},{files.Counts.Amounts},\"{string.Join("\",\"", texts)}\"]\n", output);
    }

    [ReaderTheory("jq")]
    [InlineData("UTC")]
    public async Task Jq_takes_a_missing_amount_for_a_small_one_and_status_is_the_cure(string zone)
    {
        int missing = files.Counts.Rows - files.Counts.Amounts;

        Assert.Equal($"{files.Counts.Low + missing}\n", await RunAsync("sh", "jq -s 'map(select(.rain_in < 0.1)) | length' totals.jsonl\n", zone));
        Assert.Equal($"{files.Counts.Low}\n", await RunAsync("sh", "jq -s 'map(select(.status == \"measured\" and .rain_in < 0.1)) | length' totals.jsonl\n", zone));
    }

    [ReaderTheory("mlr")]
    [InlineData("UTC")]
    public async Task Miller_sorts_a_missing_amount_before_the_largest_and_status_is_the_cure(string zone)
    {
        string first = await RunAsync("sh", "mlr --icsv --onidx sort -nr rain_in then head -n 1 then cut -f status totals.csv\n", zone);
        string largest = await RunAsync("sh", "mlr --icsv --onidx filter '$status == \"measured\"' then sort -nr rain_in then head -n 1 then cut -f status totals.csv\n", zone);

        Assert.Equal(("measured\n", true), (largest, first != "measured\n"));
    }

    [ReaderTheory("mlr")]
    [InlineData("UTC")]
    public async Task Miller_counts_the_rows_and_adds_up_the_amounts(string zone)
    {
        string output = await RunAsync("sh", "mlr --icsv --onidx --ofmt %.2lf stats1 -a sum -f rain_in then put '$rain_in_sum = fmtnum($rain_in_sum, \"%.2lf\")' totals.csv\n", zone);

        Assert.Equal($"{files.Sum:0.00}\n", output);
    }

    [ReaderTheory("sqlite3")]
    [InlineData("UTC")]
    public async Task SQLite_compares_an_imported_amount_as_text_and_a_conversion_is_the_cure(string zone)
    {
        string output = await RunAsync("sqlite3", ".import --csv daily.csv daily\nselect max(rain_in), max(cast(rain_in as real)) from daily where status = 'measured';\n", zone);

        string[] largest = output.TrimEnd().Split(' ');
        Assert.Equal("15.82", largest[1]);
        Assert.NotEqual("15.82", largest[0]);
    }

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData("America/Chicago")]
    [InlineData("UTC")]
    public async Task Automatic_types_of_D3_and_Vega_leave_ids_texts_and_amounts_as_they_are(string zone)
    {
        string output = await RunAsync(
            ReaderProgram.Node,
            """
            import { readFileSync } from 'node:fs';
            import { autoType, csvParse } from 'd3-dsv';
            import { read } from 'vega-loader';

            const text = readFileSync('totals.csv', 'utf8');
            const plain = csvParse(text);
            const names = ['site', 'agency', 'name', 'basin', 'period', 'status', 'source'];
            for (const rows of [csvParse(text, autoType), read(text, { type: 'csv', parse: 'auto' })]) {
              const changed = names.filter(name => rows.some((row, place) => (row[name] ?? '') !== plain[place][name]));
              console.log(rows.length, rows.filter(row => row.rain_in !== null).length, rows.filter(row => row.status === 'measured' && row.rain_in < 0.1).length, rows.filter(row => row.rain_in < 0.1).length, changed.join(' '));
            }
            """,
            zone);

        (int rows, int amounts, int low) = files.Counts;
        Assert.Equal([$"{rows} {amounts} {low} {low + rows - amounts} ", $"{rows} {amounts} {low} {low + rows - amounts} "], output.TrimEnd('\n').Split('\n'));
    }

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData("UTC")]
    public async Task MapLibre_takes_a_missing_amount_for_zero_and_status_is_the_cure(string zone)
    {
        int missing = files.Positioned.Count(total => total.Inches is null);
        int low = files.Positioned.Count(total => total.Inches < 0.10m);

        Assert.Equal(low + missing, await DarkAsync("['<', ['to-number', ['get', 'rain_in']], 0.1]"));
        Assert.Equal(low, await DarkAsync("['all', ['==', ['get', 'status'], 'measured'], ['<', ['get', 'rain_in'], 0.1]]"));
        Assert.True(missing > 0);

        async Task<int> DarkAsync(string condition) =>
            (await RunAsync("maps", $"map.addSource('rain', {{ data: 'totals.geojson', promoteId: 'site' }}); map.addLayer({{ source: 'rain', paint: {{ 'circle-color': ['case', {condition}, '#000000', '#ffffff'] }} }});", zone))
                .Split('\n').Count(point => point.EndsWith("#000000", StringComparison.Ordinal));
    }

    [ReaderTheory(ReaderProgram.Python)]
    [InlineData("UTC")]
    public async Task Pandas_counts_the_amounts_and_keeps_the_ids(string zone)
    {
        string output = await RunAsync(
            ReaderProgram.Python, "import pandas as pd\nt = pd.read_csv('totals.csv')\nprint(len(t), t.rain_in.count(), t.site.map(type).unique()[0].__name__, t.source.map(type).unique()[0].__name__)\n", zone);

        Assert.Equal($"{files.Counts.Rows} {files.Counts.Amounts} str str\n", output);
    }

    private async Task<string> FailureAsync(string program, string script, string zone) =>
        (await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => RunAsync(program, script, zone))).Message;

    private Task<string> RunAsync(string program, string script, string zone) => ReaderProgram.RunAsync(program, script, files.Folder, zone);
}
