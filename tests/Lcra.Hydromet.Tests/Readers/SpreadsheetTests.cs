using System.Globalization;
using CsvHelper;

namespace Lcra.Hydromet.Tests.Readers;

/// <summary>The formulas and the conversion of docs/exports/spreadsheets.md, in LibreOffice.</summary>
[Trait("Category", "Nightly")]
public sealed class SpreadsheetTests(ExportedFiles files) : IClassFixture<ExportedFiles>
{
    // LibreOffice's options of CSV: comma, quotation mark, UTF-8, first line, columns as they are, English, …, formulas are calculated.
    private const string WithFormulas = "CSV:44,34,76,1,,1033,false,true,false,false,false,0,true";

    [ReaderTheory("soffice")]
    [InlineData("America/Chicago")]
    [InlineData("UTC")]
    public async Task The_formulas_give_the_true_values(string zone)
    {
        string[] formulas = (await RecipePage.CodeAsync("spreadsheets")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] rows = await File.ReadAllLinesAsync(Path.Combine(files.Folder, "totals.csv"));
        for (int place = 0; place < formulas.Length; place++)
        {
            rows[place + 1] += $",\"{formulas[place].Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        await File.WriteAllLinesAsync(Path.Combine(files.Folder, "formulas.csv"), rows);
        await OfficeAsync($"--infilter='{WithFormulas}' --convert-to csv --outdir out formulas.csv", zone);

        string[][] sheet = await SheetAsync("out/formulas.csv");
        Assert.Equal(files.TruthOfTotals, sheet[..formulas.Length].Select(row => row[^1]));
    }

    [ReaderTheory("soffice")]
    [InlineData("UTC")]
    public async Task A_converted_file_has_the_ids_amounts_and_statuses_of_the_original(string zone)
    {
        string line = (await RecipePage.CodeAsync("spreadsheets", 1)).Trim();
        await OfficeAsync($"{line["soffice --headless ".Length..]} --outdir out", zone);
        await OfficeAsync("--convert-to csv --outdir out out/totals.xlsx", zone);

        string[][] original = await SheetAsync("totals.csv");
        string[][] converted = await SheetAsync("out/totals.csv");
        Assert.Equal(original.Select(Facts), converted.Select(Facts));
        Assert.Equal(files.Counts.Amounts, converted.Count(row => row[8] == "measured"));
    }

    // Site, amount (0.00 becomes 0), status, end of the window, and source.
    private static string Facts(string[] row) =>
        $"{row[0]} {(decimal.TryParse(row[6], CultureInfo.InvariantCulture, out decimal inches) ? inches.ToString("0.##", CultureInfo.InvariantCulture) : row[6])} {row[8]} {row[16]} {row[24]}";

    // A profile of its own: another LibreOffice of this user may run.
    private Task<string> OfficeAsync(string arguments, string zone) =>
        ReaderProgram.RunAsync("soffice", $"soffice -env:UserInstallation=file://{files.Folder}/profile --headless {arguments} >out.log 2>&1\n", files.Folder, zone);

    private async Task<string[][]> SheetAsync(string file)
    {
        await using FileStream stream = File.OpenRead(Path.Combine(files.Folder, file));
        using CsvReader csv = CsvReader.Create(stream);
        List<string[]> rows = [];
        while (await csv.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return [.. rows];
    }
}
