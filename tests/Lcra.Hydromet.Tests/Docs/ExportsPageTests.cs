using Lcra.Hydromet.CommandLine;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Docs;

public class ExportsPageTests
{
    public static TheoryData<string> Headings =>
        ["Totals", "Daily rain", "Months and years", "Accumulated rainfall", "Stage and discharge", "Lake readings", "Lakes", "Rain events", "Rivers", "Climate"];

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task The_page_lists_the_columns_of_each_table_with_their_units(string heading)
    {
        IReadOnlyList<ExportColumn> columns = heading switch
        {
            "Totals" => ExportTables.Totals.Columns,
            "Daily rain" => ExportTables.Daily.Columns,
            "Months and years" => ExportTables.Calendar.Columns,
            "Accumulated rainfall" => ExportTables.Accumulated.Columns,
            "Stage and discharge" => ExportTables.Streams.Columns,
            "Lake readings" => ExportTables.LakeReadings.Columns,
            "Lakes" => ExportTables.Lakes(await TestReports.Client(new StubFeedHandler().With(HydrometFeed.LakeLevels, "plain")).GetLakeLevelsAsync()).Columns,
            "Rivers" => RiverRow.TableOf(new FeedStatus { Feed = HydrometFeed.AllSites }, TestReports.Morning).Columns,
            "Climate" => ClimateRow.Table.Columns,
            _ => ExportTables.Events.Columns,
        };

        Assert.Equal(Rows(columns), await ListedAsync(heading));
    }

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
