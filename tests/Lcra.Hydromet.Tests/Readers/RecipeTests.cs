using System.Globalization;
using Lcra.Hydromet.Tests.Docs;

namespace Lcra.Hydromet.Tests.Readers;

/// <summary>Each block of docs/exports-recipes.md gives the true values in its program, wherever the machine is.</summary>
public sealed class RecipeTests(ExportedFiles files) : IClassFixture<ExportedFiles>
{
    private const string Chicago = "America/Chicago";
    private const string Utc = "UTC";

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task DuckDB(string zone) => IsTrueAsync("DuckDB", "duckdb", zone);

    [ReaderTheory("sqlite3")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task SQLite(string zone) => IsTrueAsync("SQLite", "sqlite3", zone);

    [ReaderTheory(ReaderProgram.Python)]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Pandas(string zone) => IsTrueAsync("pandas", ReaderProgram.Python, zone);

    [ReaderTheory("jq")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Jq(string zone) => IsTrueAsync("jq", "jq", zone);

    [ReaderTheory("mlr")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Miller(string zone) => IsTrueAsync("Miller", "mlr", zone);

    [ReaderTheory("csvsql")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Csvkit(string zone) => IsTrueAsync("csvkit", "csvsql", zone);

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task D3(string zone) => IsTrueAsync("JavaScript and D3", ReaderProgram.Node, zone);

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Vega(string zone) => IsTrueAsync("Vega and Vega-Lite", ReaderProgram.Node, zone);

    [Trait("Category", "Nightly")]
    [ReaderTheory("Rscript")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task R(string zone) => IsTrueAsync("R", "Rscript", zone);

    [Trait("Category", "Nightly")]
    [ReaderTheory("ogr2ogr")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Gdal(string zone) => IsTrueAsync("GDAL", "ogr2ogr", zone);

    private async Task IsTrueAsync(string heading, string program, string zone)
    {
        string page = await File.ReadAllTextAsync(MarkdownBlock.PathOf("docs/exports-recipes.md"));
        string block = page.Split($"\n## {heading}\n")[1].Split("\n```", 2)[1].Split('\n', 2)[1].Split("\n```", 2)[0] + "\n";

        string output = await ReaderProgram.RunAsync(program, block, files.Folder, zone);

        Assert.Equal(files.Truth, output.Split([' ', '\t', '\r', '\n', ',', '|', '"'], StringSplitOptions.RemoveEmptyEntries).Select(Value));
    }

    // Programs print 280.66 and 280.660000 for the same number; a mean has four decimals.
    private static string Value(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? ExportedFiles.Text(decimal.Round(number, 4)) : text;
}
