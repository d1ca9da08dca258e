namespace Lcra.Hydromet.Tests.Readers;

/// <summary>The code of each page of docs/exports gives the true values in its program, wherever the machine is. DuckDB's is run in Lcra.Hydromet.Parquet.Tests.</summary>
public sealed class RecipeTests(ExportedFiles files) : IClassFixture<ExportedFiles>
{
    private const string Chicago = "America/Chicago";
    private const string Utc = "UTC";

    [ReaderTheory("sqlite3")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task SQLite(string zone) => IsTrueAsync("sqlite", "sqlite3", zone);

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
    public Task Miller(string zone) => IsTrueAsync("miller", "mlr", zone);

    [Trait("Category", "Nightly")]
    [ReaderTheory("csvsql")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Csvkit(string zone) => IsTrueAsync("csvkit", "csvsql", zone);

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task D3(string zone) => IsTrueAsync("javascript", ReaderProgram.Node, zone);

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Vega(string zone) => IsTrueAsync("vega", ReaderProgram.Node, zone);

    [Trait("Category", "Nightly")]
    [ReaderTheory("Rscript")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task R(string zone) => IsTrueAsync("r", "Rscript", zone);

    [Trait("Category", "Nightly")]
    [ReaderTheory("ogr2ogr")]
    [InlineData(Chicago)]
    [InlineData(Utc)]
    public Task Gdal(string zone) => IsTrueAsync("gdal-qgis", "ogr2ogr", zone);

    [Trait("Category", "Nightly")]
    [ReaderTheory("ogr2ogr")]
    [InlineData(Utc)]
    public async Task GeoPackage_for_QGIS(string zone)
    {
        string output = await ReaderProgram.RunAsync("ogrinfo", await RecipePage.CodeAsync("gdal-qgis", 1), files.Folder, zone);

        Assert.Contains($"gauges (Integer) = {files.Counts.Rows}\n  amounts (Integer) = {files.Counts.Amounts}\n", output, StringComparison.Ordinal);
    }

    [ReaderTheory(ReaderProgram.Node)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task MapLibre_and_Leaflet_color_each_gauge_with_a_position_by_its_amount(int block)
    {
        string[] points = (await ReaderProgram.RunAsync("maps", await RecipePage.CodeAsync("maps", block), files.Folder, Utc)).Split('\n');

        Assert.Equal(files.Positioned.Select(total => $"{total.Site.Id.ToString().Replace(':', '_')} {ColorOf(total.Inches)}"), points.Where(point => point.Contains(" #", StringComparison.Ordinal)));
        if (block == 1)
        {
            Assert.Equal($"{files.Counts.Rows - files.Positioned.Count} gauges are not on the map.", points[^2]);
        }
    }

    private static string ColorOf(decimal? inches) => inches switch
    {
        null => "#888888",
        < 0.01m => "#eeeeee",
        < 0.10m => "#99ccff",
        < 1 => "#3366cc",
        _ => "#000066",
    };

    private async Task IsTrueAsync(string page, string program, string zone) =>
        files.AssertTrue(await ReaderProgram.RunAsync(program, await RecipePage.CodeAsync(page), files.Folder, zone));
}
