using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Json;

/// <summary>Every result is the same after it was written as JSON and read, with the generated context and without.</summary>
public class RoundTripTests
{
    private static readonly JsonSerializerOptions Reflected = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions Generated = new(JsonSerializerDefaults.Web) { TypeInfoResolver = HydrometJsonContext.Default };

    public static TheoryData<string> Feeds => [.. new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites }.Select(feed => feed.Name), "none"];

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_report_with_a_feed_down(string feed)
    {
        RainfallReport report = await ReportAsync(feed);

        RainfallReport read = Read(report);

        Assert.Equal(report.Gauges.SelectMany(gauge => gauge.Totals).Select(Same), read.Gauges.SelectMany(gauge => gauge.Totals).Select(Same));
        Assert.Equal(report.Feeds.Select(status => status.ToString()), read.Feeds.Select(status => status.ToString()));
        Assert.Equal(report.Gauges.Select(gauge => (gauge.ObservedAt, gauge.IsReporting)), read.Gauges.Select(gauge => (gauge.ObservedAt, gauge.IsReporting)));
        Assert.Equal(report.Scope, read.Scope);
        Assert.Equal(report.Total("3018", RainfallPeriod.OneHour).ToString(), read.Total("3018", RainfallPeriod.OneHour).ToString());
    }

    [Fact]
    public async Task A_report_of_the_csv_feeds_has_the_other_periods_as_not_requested()
    {
        RainfallReport read = Read(await TestReports.ReportAsync());

        Assert.Equal(MissingReason.NotRequested, read.Total("3018", RainfallPeriod.OneWeek).Missing);
        Assert.DoesNotContain(read.Gauges[0].Totals, total => total.Period == RainfallPeriod.OneWeek);
        Assert.Throws<InvalidOperationException>(() => read.CheckConsistency());
    }

    [Fact]
    public async Task Areas_and_nearest_gauges_work_on_a_report_that_was_read()
    {
        RainfallReport report = await ReportAsync("none");
        RainfallReport read = Read(report);

        Assert.Equal(report.Nearest(30.57m, -98.27m, 5).Select(near => near.Gauge.Site.Id), read.Nearest(30.57m, -98.27m, 5).Select(near => near.Gauge.Site.Id));
        Assert.Equal(
            AreaRainfall.Of(report.Gauges, RainfallPeriod.OneDayAgo).ToString(), Read(AreaRainfall.Of(read.Gauges, RainfallPeriod.OneDayAgo)).ToString());
    }

    [Fact]
    public async Task Sites_and_lakes()
    {
        using HydrometClient client = new(new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())), timeProvider: new FakeTimeProvider(TestReports.Morning));
        SiteReport sites = await client.GetSitesAsync();
        LakeReport lakes = await client.GetLakeLevelsAsync();

        SiteReport readSites = Read(sites);
        Assert.Equal(sites.Sites.Select(FeedText.Properties), readSites.Sites.Select(FeedText.Properties));
        Assert.Equal(lakes.Lakes, Read(lakes).Lakes);
    }

    [Fact]
    public async Task Series_and_events()
    {
        RainfallSeries series = TestSeries.Series((0, 1m), (15, 1.10m), (30, 0.20m), (150, 1.30m), (165, 1.40m));
        SeriesTotal total = series.Whole();
        DailyRainfall[] days = [.. TestSeries.Days(new DateOnly(2026, 7, 1), 0.10m, null)];

        Assert.Equal(total, Read(total));
        Assert.Equal(series.RainEvents(TimeSpan.FromHours(1)), Read(series.RainEvents(TimeSpan.FromHours(1))));
        Assert.Equal(days, Read<IReadOnlyList<DailyRainfall>>(days));
        Assert.Equal(new AccumulatedRainfall(TestReports.Morning, 1.20m), Read(new AccumulatedRainfall(TestReports.Morning, 1.20m)));
        CachedHistory<DailyRainfall> history = new() { Records = days, FetchedAt = TestReports.Morning, Failure = new HydrometException("It is down.") { Kind = HydrometFailureKind.TimedOut } };
        CachedHistory<DailyRainfall> read = Read(history);
        Assert.Equal((history.ToString(), "It is down."), (read.ToString(), read.Failure!.Message));
        await Task.CompletedTask;
    }

    [Fact]
    public void A_climate_with_ranks_records_normals_and_return_periods()
    {
        RainfallClimateSummary summary = RainfallClimate.Of(DailyRecording.MarbleFalls()).Summarize(table: Atlas14Table.Parse(Climate.Atlas14Files.Irving));

        Assert.Equal(summary, Read(summary));
        Assert.Equal(summary.Ranks[0], Read(summary.Ranks[0]));
        Assert.NotEmpty(summary.SuspectDays);
        Assert.Contains("\"missing\":\"notInTable\"", JsonSerializer.Serialize(summary, Generated), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_and_thresholds()
    {
        RainfallThreshold threshold = new(SiteId.Parse("3018"), RainfallPeriod.OneHour, 2m, 1m);

        Assert.Equal(threshold, Read(threshold));
        RainfallChange change = new() { Kind = RainfallChangeKind.FeedDown, Feed = HydrometFeed.Rainfall, Failure = new HydrometException("down") { Kind = HydrometFailureKind.Blocked, Feed = HydrometFeed.Rainfall } };
        Assert.Equal(change.ToString(), Read(change).ToString());
    }

    [Fact]
    public async Task Dictionaries_have_sites_and_periods_as_keys()
    {
        RainfallGauge gauge = (await TestReports.ReportAsync()).Gauges[0];
        Dictionary<RainfallPeriod, RainfallTotal> periods = gauge.Totals.ToDictionary(total => total.Period);
        IReadOnlyDictionary<SiteId, RainfallTotal> sites = new Dictionary<SiteId, RainfallTotal> { [gauge.Site.Id] = gauge[RainfallPeriod.OneHour] };

        Assert.Equal(periods[RainfallPeriod.OneHour].Inches, Read<IReadOnlyDictionary<RainfallPeriod, RainfallTotal>>(periods)[RainfallPeriod.OneHour].Inches);
        Assert.Equal(gauge.Site, Read(sites)[gauge.Site.Id].Site);
        Assert.StartsWith($"{{\"{gauge.Site.Id}\":{{", JsonSerializer.Serialize(sites, Generated), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"nowhere:at all\"", typeof(SiteId))]
    [InlineData("\"25_hour\"", typeof(RainfallPeriod))]
    [InlineData("\"Rain.csv\"", typeof(HydrometFeed))]
    [InlineData("\"snow\"", typeof(HistoryParameter))]
    [InlineData("\"gone\"", typeof(MissingReason))]
    [InlineData("3", typeof(MissingReason))]
    public void What_is_none_of_the_words_is_an_error(string json, Type type) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, Reflected));

    [Fact]
    public async Task A_total_without_amount_and_reason_is_an_error()
    {
        string json = JsonSerializer.Serialize((await TestReports.ReportAsync()).Total("3018", RainfallPeriod.OneHour), Generated);

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RainfallTotal>(json.Replace("\"inches\":0.94", "\"inches\":null", StringComparison.Ordinal), Generated));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RainfallTotal>(json.Replace("\"missing\":null", "\"missing\":\"blank\"", StringComparison.Ordinal), Generated));
    }

    [Fact]
    public async Task A_total_is_written_in_the_form_of_the_api()
    {
        FakeTimeProvider clock = new(TestReports.Morning);
        RainfallTotal total = (await TestReports.JoinedAsync()).Total("3018", RainfallPeriod.ThisMonth);
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { Converters = { new RainfallTotalJsonConverter(clock) } };

        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(total, options));

        JsonElement root = json.RootElement;
        Assert.Equal(
            ["site", "period", "inches", "millimeters", "missing", "lowerBoundInches", "conflicts", "isolated", "start", "end", "measuredUntil", "partial", "approximate", "observedAt", "source"],
            root.EnumerateObject().Select(member => member.Name));
        Assert.Equal("{\"key\":\"this_month\",\"name\":\"this month so far\",\"kind\":\"calendar\"}", root.GetProperty("period").GetRawText());
        Assert.StartsWith("{\"id\":\"LCRA:3018\",\"agency\":\"LCRA\",\"number\":\"3018\",\"name\":\"Hamilton Creek near Marble Falls\",", root.GetProperty("site").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("RainMonthYear.csv", root.GetProperty("source").GetProperty("feed").GetString());
        Assert.False(root.GetProperty("source").GetProperty("stale").GetBoolean());
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("\"stale\":true", JsonSerializer.Serialize(total, options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_its_kind_and_message_and_no_stack_trace()
    {
        HydrometException failure = new("It is down.", new InvalidOperationException("secret")) { Kind = HydrometFailureKind.HttpError, Feed = HydrometFeed.Rainfall, StatusCode = HttpStatusCode.BadGateway, IsTransient = true };

        Assert.Equal(
            "{\"kind\":\"httpError\",\"message\":\"It is down.\",\"feed\":\"Rainfall.csv\",\"statusCode\":502,\"isTransient\":true}",
            JsonSerializer.Serialize(failure, Generated));
    }

    private static T Read<T>(T value)
    {
        string reflected = JsonSerializer.Serialize(value, Reflected);
        string generated = JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Generated.GetTypeInfo(typeof(T)));
        Assert.Equal(reflected, generated);
        T read = JsonSerializer.Deserialize(generated, (JsonTypeInfo<T>)Generated.GetTypeInfo(typeof(T)))!;
        Assert.Equal(generated, JsonSerializer.Serialize(read, (JsonTypeInfo<T>)Generated.GetTypeInfo(typeof(T))));
        return read;
    }

    private static string Same(RainfallTotal total) => $"{total} {total.Source} {total.LowerBoundInches} {string.Join(' ', total.Conflicts)}";

    private static Task<RainfallReport> ReportAsync(string down)
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.AllSites, "plain");
        if (HydrometFeed.All.FirstOrDefault(feed => feed.Name == down) is { } broken)
        {
            feeds.With(broken, HttpStatusCode.NotFound);
        }

        return TestReports.Client(feeds).GetRainfallAsync();
    }
}
