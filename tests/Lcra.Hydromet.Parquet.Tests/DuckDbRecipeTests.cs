using Lcra.Hydromet.Tests.Readers;

namespace Lcra.Hydromet.Parquet.Tests;

/// <summary>The code of docs/exports/duckdb.md, and what DuckDB makes of the files without any option.</summary>
public sealed class DuckDbRecipeTests(ExportedFiles files) : IClassFixture<ExportedFiles>
{
    [Theory]
    [InlineData("America/Chicago")]
    [InlineData("UTC")]
    public async Task The_code_of_the_page_gives_the_true_values(string zone) =>
        files.AssertTrue(DuckDb.Run(await RecipePage.CodeAsync("duckdb"), files.Folder, zone));

    [Fact]
    public async Task Csv_becomes_Parquet()
    {
        string output = DuckDb.Run(await RecipePage.CodeAsync("duckdb", 1), files.Folder, "UTC");

        Assert.Equal("2026-03-07 0.95\n2026-03-08 0.92\n2026-03-09 0.96\n", output);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void A_load_without_options_has_the_types_and_all_values(string extension)
    {
        string types = DuckDb.Run(
            $"SELECT column_name, column_type FROM (DESCRIBE FROM 'totals.{extension}') WHERE column_name IN ('site', 'period', 'rain_in', 'status', 'partial', 'source');", files.Folder, "America/Chicago");
        string values = DuckDb.Run(
            $"SELECT count(*), count(rain_in), round(sum(rain_in), 2) FROM 'totals.{extension}'; SELECT count(*) FROM 'totals.{extension}' WHERE status = 'measured' AND rain_in < 0.1;", files.Folder, "America/Chicago");

        Assert.Equal("site VARCHAR\nperiod VARCHAR\nrain_in DOUBLE\nstatus VARCHAR\npartial BOOLEAN\nsource VARCHAR\n", types);
        Assert.Equal(FormattableString.Invariant($"{files.Counts.Rows} {files.Counts.Amounts} {files.Sum}\n{files.Counts.Low}\n"), values);
    }

    [Fact]
    public void Instants_of_csv_have_their_time_zone() =>
        Assert.Equal("TIMESTAMP WITH TIME ZONE\n", DuckDb.Run("SELECT column_type FROM (DESCRIBE FROM 'totals.csv') WHERE column_name = 'end_utc';", files.Folder, "America/Chicago"));

    [Fact]
    public void A_wide_table_is_read_and_a_gauge_that_is_misspelled_is_refused()
    {
        Assert.Equal("15.82\n731\n", DuckDb.Run("SELECT max(LCRA_3018_in) FROM 'wide.csv'; SELECT count(*) FROM 'wide.csv';", files.Folder, "America/Chicago"));
        Assert.Contains("LCRA_3081_in", Assert.ThrowsAny<Exception>(() => DuckDb.Run("SELECT max(LCRA_3081_in) FROM 'wide.csv';", files.Folder, "America/Chicago")).Message, StringComparison.Ordinal);
    }
}
