using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lcra.Hydromet.Doctor.Internal;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.CommandLine;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Doctor;

/// <summary>A feed whose values lost their form has changed, however few columns did; a few bad cells are noise.</summary>
public partial class ShareRuleTests
{
    [Theory]
    [InlineData("Rainfall.csv", @",2026-10-02 (\d\d:\d\d),", ",10/2/2026 $1 AM,", "Date Time: 0 of 246 cells can be read")]
    [InlineData("Rainfall.csv", @",(2026-10-02 \d\d:\d\d),", ",$1 CDT,", "Date Time: 0 of 246 cells can be read")]
    [InlineData("Rainfall.csv", @",([0-9.]+),([0-9.]+)(\r?\n)", ",$1 in,$2$3", "24 Hour: 0 of 246 cells can be read")]
    [InlineData("Rainfall.csv", @",([0-9.]+),[0-9.]+(\r?\n)", ",$1,$2", "Since Midnight: 0 of 246 cells are filled")]
    [InlineData("Rain5Day.csv", @",[0-9.]+,([0-9.]+)(\r?\n)", ",n/a,$1$2", "09/28/2026: 0 of 246 cells can be read")]
    [InlineData("RainMonthYear.csv", @",[0-9.]+(\r?\n)", ",$1", "Previous Year: 0 of 246 cells are filled")]
    [InlineData("LakeLevel.csv", @"2026-08-01 \d\d:\d\d,", "8/1/26,", "Date Time: 0 of 6 cells can be read")]
    [InlineData("GetDataForAllSites", "\"dateTime\": ?\"2026-10-02T(..:..):..Z\"", "\"dateTime\":\"10/2/2026 $1 AM\"", "dateTime: ")]
    [InlineData("GetDataForAllSites", "\"latitude\": ?\"([0-9.]+)\"", "\"latitude\":\"$1 N\"", "latitude: 0 of 407 cells can be read")]
    [InlineData("GetDataForAllSites", "\"rainfall1Hour\": ?\"[0-9.]+\"", "\"rainfall1Hour\":\"\"", "rainfall1Hour: 0 of 407 cells are filled")]
    public async Task A_column_whose_values_are_gone_is_a_change(string feed, string pattern, string replacement, string note)
    {
        FeedCheck check = await CheckAsync(feed, body => Regex.Replace(body, pattern, replacement, RegexOptions.None, TimeSpan.FromSeconds(5)));

        Assert.Equal(FeedVerdict.Changed, check.Verdict);
        Assert.Contains(check.Notes, line => line.Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, FeedVerdict.Changed)]
    [InlineData(40, FeedVerdict.AsExpected)]
    public async Task More_than_half_of_the_times_decide(int percent, FeedVerdict verdict)
    {
        int row = 0;

        FeedCheck check = await CheckAsync("Rainfall.csv", body => Time().Replace(body, time => row++ * 100 < percent * 246 ? ",10/2/2026 6:55 AM," : time.Value));

        Assert.Equal(verdict, check.Verdict);
    }

    [Theory]
    [InlineData("2026-11-01 07:00", "Month", FeedVerdict.AsExpected)]
    [InlineData("2026-11-02 07:00", "Month", FeedVerdict.Changed)]
    [InlineData("2026-11-01 07:00", "Year", FeedVerdict.Changed)]
    [InlineData("2027-01-01 07:00", "Year", FeedVerdict.AsExpected)]
    public void A_month_and_a_year_may_begin_empty(string reportedAt, string column, FeedVerdict verdict)
    {
        ColumnCount empty = new(column == "Month" ? "this_month" : "this_year", column, Rows: 246, Filled: 0, Readable: 0);

        IEnumerable<string> notes = ShareRule.Judge(
            HydrometFeed.MonthYearRainfall, [empty], CentralTime.Resolve(DateTime.Parse(reportedAt, CultureInfo.InvariantCulture), near: null));

        Assert.Equal(verdict == FeedVerdict.AsExpected, !notes.Any());
    }

    [Fact]
    public void A_column_that_is_mostly_blank_by_nature_is_not_judged() =>
        Assert.Empty(ShareRule.Judge(HydrometFeed.AllSites, [new ColumnCount("stage", "stage", Rows: 407, Filled: 0, Readable: 0)], TestReports.Morning));

    [Fact]
    public async Task The_tool_ends_with_5()
    {
        await using LoopbackServer server = new(async (request, stream, token) =>
        {
            string path = request.Split(' ')[1][1..];
            string body = path.StartsWith(HydrometFeed.History.Path, StringComparison.Ordinal) ? """{"records":[{"dateTime":"2026-10-01T05:00:00Z","value1":0.5}]}""" : Recorded(path);
            await stream.WriteAsync(LoopbackServer.Ok(Encoding.UTF8.GetBytes(path == HydrometFeed.Rainfall.Path ? Time().Replace(body, ",10/2/2026 6:55 AM,") : body)), token);
        });

        Assert.Equal(5, (await ToolRun.OfAsync("doctor", "--base-address", server.Address.ToString())).ExitCode);
    }

    [Fact]
    public async Task The_expected_shares_are_those_of_the_recording()
    {
        using HttpClient http = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
        HydrometClient client = new(http, timeProvider: new ReplayClock(TestReports.Central(10, 2, 7)));
        RainfallReport report = await client.GetRainfallAsync(RainfallScope.CsvFeeds);
        List<(HydrometFeed Feed, IEnumerable<ColumnCount> Columns)> feeds =
        [
            .. report.FeedSet.Results.Select(result => (result.Feed, ColumnCounts.Of(result.Table!))),
            (HydrometFeed.LakeLevels, ColumnCounts.Of((await client.GetLakeLevelsAsync()).Table!)),
            (HydrometFeed.AllSites, ColumnCounts.Of(await client.GetSitesAsync())),
        ];

        foreach ((HydrometFeed feed, IEnumerable<ColumnCount> columns) in feeds)
        {
            string[] made = [.. columns.Where(column => column.Filled > 0).Select(column => Line(column.Key, column.FilledShare, column.ReadableShare))];
            Assert.Equal(made, ExpectedShares.All[feed].Select(column => Line(column.Key, column.Filled, column.Readable)));
        }

        static string Line(string key, decimal filled, decimal readable) => string.Create(CultureInfo.InvariantCulture, $"(\"{key}\", {filled:0.00}m, {readable:0.00}m),");
    }

    private static async Task<FeedCheck> CheckAsync(string feed, Func<string, string> edit)
    {
        HydrometRecording storm = HydrometRecording.StormOfOctober2026();
        HydrometRecording edited = new("edited", storm.RecordedAt, storm.Responses.Select(answer => answer.Path.EndsWith(feed, StringComparison.Ordinal)
            ? new RecordedResponse { Path = answer.Path, Origin = answer.Origin, Body = Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(answer.Body.Span))) }
            : answer));
        using HttpClient http = new(new ReplayHandler(edited));
        return (await HydrometDoctor.CheckAsync(new HydrometClient(http, timeProvider: new ReplayClock(storm.RecordedAt)))).Checks.Single(check => check.Feed.Name == feed);
    }

    private static string Recorded(string path) =>
        Encoding.UTF8.GetString(HydrometRecording.StormOfOctober2026().Responses.Single(answer => answer.Path == path).Body.Span);

    [GeneratedRegex(@",2026-10-02 \d\d:\d\d,", RegexOptions.None, 1000)]
    private static partial Regex Time();
}
