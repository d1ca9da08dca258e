namespace Lcra.Hydromet.Tests.Docs;

public class ExportsPageTests
{
    [Fact]
    public async Task The_page_lists_the_columns_of_totals_with_their_units() =>
        Assert.Equal(Rows(ExportTables.Totals.Columns), await ListedAsync("Totals"));

    private static string[] Rows(IEnumerable<ExportColumn> columns) => [.. columns.Select(column => $"{column.Name} {column.Unit}".TrimEnd())];

    private static async Task<string[]> ListedAsync(string heading)
    {
        string page = await File.ReadAllTextAsync(MarkdownBlock.PathOf("docs/exports.md"));
        string section = page.Split($"## {heading}\n")[1].Split("\n## ")[0];
        return
        [
            .. section.Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('|'))
                .Select(cells => $"{cells[1].Trim(' ', '`')} {cells[2].Trim()}".TrimEnd()),
        ];
    }
}
