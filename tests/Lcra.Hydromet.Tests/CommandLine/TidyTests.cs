using CsvHelper;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>Raw feeds, whose header is longer than their rows and whose columns are days, as tidy files.</summary>
public sealed class TidyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task The_dated_columns_of_the_five_day_feed_are_rows_with_their_day()
    {
        ToolRun run = await ToolRun.OfAsync("tidy", Save(HydrometFeed.FiveDayRainfall, "Rain5Day.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^246 amounts of the column Last24 of Rain5Day.csv left out: their 24 hours end at a time that the file does not have[.] Rainfall.csv has the same rain as 24_hour[.]\n$", run.Error);
        string[][] rows = Rows(run.Output);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Dictionary<string, string[]> marble = rows.Where(row => row[0] == "LCRA_3018").ToDictionary(row => row[4], StringComparer.Ordinal);
        Assert.Equal(["today", "1_day_ago", "2_days_ago", "3_days_ago", "4_days_ago", "5_day_total"], marble.Keys);
        Assert.Equal(("2026-10-01", "1.62", "measured"), (marble["1_day_ago"][5], marble["1_day_ago"][6], marble["1_day_ago"][8]));
        Assert.Equal("Rain5Day.csv: 10/01/2026", marble["1_day_ago"][24]);
        Assert.Equal("2026-10-02T12:00:00Z", marble["1_day_ago"][22]);
        Assert.Equal("", marble["1_day_ago"][23]);
    }

    [Theory]
    [InlineData("Rainfall.csv", "since_midnight")]
    [InlineData("RainMonthYear.csv", "last_year")]
    [InlineData("GetDataForAllSites", "2_weeks")]
    public async Task Each_feed_is_known_by_its_header_whatever_the_name_of_the_file(string name, string period)
    {
        ToolRun run = await ToolRun.OfAsync("tidy", Save(HydrometFeed.All.Single(feed => feed.Name == name), "download.txt"));

        string[][] rows = Rows(run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(rows[1..], row => row[4] == period && row[8] == "measured");
        Assert.All(rows[1..], row => Assert.StartsWith(name, row[24], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_downloads_are_one_table()
    {
        string one = Save(HydrometFeed.FiveDayRainfall, "one.csv");
        string two = Save(HydrometFeed.FiveDayRainfall, "two.csv");
        await File.WriteAllTextAsync(two, (await File.ReadAllTextAsync(two)).Replace("10/01/2026", "10/02/2026", StringComparison.Ordinal)
            .Replace("09/30/2026", "10/01/2026", StringComparison.Ordinal).Replace("09/29/2026", "09/30/2026", StringComparison.Ordinal)
            .Replace("09/28/2026", "09/29/2026", StringComparison.Ordinal).Replace("2026-10-02 07:00", "2026-10-03 07:00", StringComparison.Ordinal));

        string[][] rows = Rows((await ToolRun.OfAsync("tidy", one, two)).Output);

        string[][] yesterday = [.. rows.Where(row => row[0] == "LCRA_3018" && row[4] == "1_day_ago")];
        Assert.Equal([("2026-10-01", "1.62"), ("2026-10-02", "1.62")], yesterday.Select(row => (row[5], row[6])));
    }

    [Fact]
    public async Task Lakes_have_their_own_columns()
    {
        ToolRun run = await ToolRun.OfAsync("tidy", Save(HydrometFeed.LakeLevels, "LakeLevel.csv"), "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("\"fetched_utc\":\"", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"site\":\"LCRA_", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"elevation_ft\":", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_feeds_are_all_totals_of_all_gauges()
    {
        ToolRun run = await ToolRun.OfAsync("tidy", "--live", "--measured-only", "--replay");

        string[][] rows = Rows(run.Output);
        Assert.Equal(0, run.ExitCode);
        Assert.All(rows[1..], row => Assert.Equal("measured", row[8]));
        Assert.Matches("^[0-9]+ rows that are not measured left out[.]\n$", run.Error);
        Assert.Equal(21, rows[1..].Select(row => row[4]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_file_that_is_not_a_feed_is_an_error_that_says_what_is()
    {
        string path = Path.Combine(_folder.FullName, "other.csv");
        await File.WriteAllTextAsync(path, "a,b\n1,2\n");

        ToolRun run = await ToolRun.OfAsync("tidy", path);

        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.Contains("Rain5Day.csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_broken_or_not_there_is_exit_code_4()
    {
        string path = Path.Combine(_folder.FullName, "Rainfall.csv");
        await File.WriteAllTextAsync(path, "Site,24 Hour\n");

        Assert.Equal((4, ""), ((await ToolRun.OfAsync("tidy", path)) is { } run ? (run.ExitCode, run.Output) : default));
        Assert.Equal(4, (await ToolRun.OfAsync("tidy", Path.Combine(_folder.FullName, "absent.csv"))).ExitCode);
    }

    [Theory]
    [InlineData("tidy")]
    [InlineData("tidy", "Rainfall.csv", "--live")]
    [InlineData("tidy", "--lvie")]
    public async Task Without_a_file_or_with_both_it_is_exit_code_2(params string[] arguments) =>
        Assert.Equal(2, (await ToolRun.OfAsync(arguments)).ExitCode);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[][] Rows(string text)
    {
        using CsvReader csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false });
        List<string[]> rows = [];
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return [.. rows];
    }

    private string Save(HydrometFeed feed, string name)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, HydrometRecording.StormOfOctober2026().Responses.Single(response => response.Path == feed.Path).Body.ToArray());
        return path;
    }
}
