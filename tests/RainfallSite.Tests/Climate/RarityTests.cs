using System.Globalization;
using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using RainfallSite.Climate;
using RainfallSite.Formatting;
using RainfallSite.Tests.Sites;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Climate;

/// <summary>How unusual a total is, among the whole record of its gauge.</summary>
public sealed class RarityTests(RecordedHistoryPageTests.Replaying replaying) : IClassFixture<RecordedHistoryPageTests.Replaying>
{
    [Theory]
    [InlineData("/?site=3018&period=1_day_ago", "2026-10-01", "1.62", "wettest day since Wednesday, June 19, 2002")]
    [InlineData("/?site=3018&period=since_midnight", "2026-10-02", "1.20", "wettest day since Wednesday, June 19, 2002")]
    public async Task A_day_is_ranked_as_the_record_says(string address, string day, string amount, string words)
    {
        DateOnly ranked = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        decimal inches = decimal.Parse(amount, CultureInfo.InvariantCulture);
        IReadOnlyList<DailyRainfall> record = await RecordAsync("3018");
        int wetter = record.Count(one => one.Day != ranked && !one.IsPartial && one.Inches > inches);
        int whole = record.Count(one => !one.IsPartial && one.Inches is not null);

        string line = await LineAsync(address);

        Assert.StartsWith($"How unusual: the {Ordinal.Format(wetter + 1)} {words}, of {whole:N0} days with a total", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_not_over_says_so() => Assert.EndsWith("The day is not over, so it can still rise.", await LineAsync("/?site=3018&period=since_midnight"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?site=3018")]
    [InlineData("/?site=3018&period=48_hour")]
    [InlineData("/?site=3018&period=30_day")]
    public async Task Hours_are_never_ranked_among_calendar_days(string address) => Assert.Equal(
        "How unusual: the record has calendar days, and this window is not made of them. These are ranked: since midnight · yesterday .", await LineAsync(address));

    [Theory]
    [InlineData("/?site=3018&period=this_month", "How unusual: through Thursday, October 1, 2026, daily totals add up to 1.62 inches, the ")]
    [InlineData("/?site=2959&period=last_year", "How unusual: through Wednesday, December 31, 2025, daily totals add up to ")]
    [InlineData("/es/?site=3018&period=1_day_ago", "Qué tan inusual es: el ")]
    public async Task A_month_or_year_is_compared_with_the_same_dates_of_other_years(string address, string words) =>
        Assert.StartsWith(words, await LineAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?site=COA:950&period=1_hour")]
    [InlineData("/?site=2306")]
    [InlineData("/?site=3018&period=2_days_ago")]
    public async Task Without_a_record_or_rain_there_is_no_line(string address) =>
        Assert.DoesNotContain("How unusual", PageText.Words(await replaying.Site.GetStringAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task A_short_record_ranks_nothing() =>
        Assert.Equal("How unusual: the record of this gauge is too short to rank it.", await LineAsync("/?site=2268&period=1_day_ago"));

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(11, "11th")]
    [InlineData(13, "13th")]
    [InlineData(21, "21st")]
    [InlineData(1112, "1,112th")]
    public void Ranks_are_written_as_people_do(int rank, string words) => Assert.Equal(words, Ordinal.Format(rank));

    private static async Task<IReadOnlyList<DailyRainfall>> RecordAsync(string gauge)
    {
        HydrometRecording storm = HydrometRecording.StormOfOctober2026();
        using HydrometClient client = new(new HttpClient(new ReplayHandler(storm)), timeProvider: new ReplayClock(storm.RecordedAt));
        return await client.GetDailyRainfallAsync(SiteId.Parse(gauge), new DateOnly(1991, 1, 1), new DateOnly(2026, 10, 2)).ToListAsync();
    }

    private async Task<string> LineAsync(string address)
    {
        string page = await replaying.Site.GetStringAsync(address);
        int start = page.IndexOf("<p class=\"rarity\">", StringComparison.Ordinal);
        Assert.True(start > 0, address);
        return PageText.Words(page[start..page.IndexOf("</p>", start, StringComparison.Ordinal)]).Trim();
    }
}
