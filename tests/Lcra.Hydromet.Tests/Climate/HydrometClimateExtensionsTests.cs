using System.Globalization;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Climate;

public class HydrometClimateExtensionsTests
{
    private static readonly SiteId Marble = SiteId.Parse("2959");
    private static readonly DateOnly Today = new(2026, 10, 2);

    [Fact]
    public async Task One_call_makes_the_climate_of_the_recording()
    {
        RainfallClimate climate = await RecordedHistories.Recorded().GetRainfallClimateAsync(Marble, new(1991, 1, 1), Today);

        Assert.Equal((12_419, Marble), (climate.DayCount, climate.Site));
        Assert.Equal(5, climate.Summarize().Ranks.Single(rank => rank.Period == CalendarPeriod.Year).Rank);
        Assert.EndsWith("There is no neighbor to compare.", Assert.Single(climate.SuspectDays).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_years_and_the_current_one_are_63_requests()
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer());

        await RecordedHistories.Client(lcra).GetRainfallClimateAsync(Marble, new(1996, 1, 1), Today);

        Assert.Equal(63, lcra.Requested.Count);
    }

    [Fact]
    public async Task Neighbors_are_asked_for_the_extreme_days_alone_until_three_have_them()
    {
        Neighbors lcra = new(hasDay: number => number > 1, inches: "0.10");

        RainfallClimate climate = await RecordedHistories.Client(lcra).GetRainfallClimateWithNeighborsAsync(Marble, new(2026, 9, 1), Today);

        SuspectDay suspect = Assert.Single(climate.SuspectDays);
        Assert.Equal((new(2026, 9, 10), 3), (suspect.Day, suspect.Neighbors.Count));
        Assert.Equal(suspect.Neighbors.OrderBy(near => near.DistanceKilometers), suspect.Neighbors);
        Assert.Equal((1, 1, 4), (lcra.Sites, lcra.Own, lcra.Others));
    }

    [Fact]
    public async Task At_most_eight_neighbors_are_asked_for_a_day()
    {
        Neighbors lcra = new(hasDay: _ => false, inches: "0.10");

        RainfallClimate climate = await RecordedHistories.Client(lcra).GetRainfallClimateWithNeighborsAsync(Marble, new(2026, 9, 1), Today);

        Assert.Equal(8, lcra.Others);
        Assert.Empty(climate.SuspectDays);
    }

    [Fact]
    public async Task Neighbors_that_agree_make_no_day_suspect() =>
        Assert.Empty((await RecordedHistories.Client(new Neighbors(_ => true, "3.00")).GetRainfallClimateWithNeighborsAsync(Marble, new(2026, 9, 1), Today)).SuspectDays);

    [Fact]
    public async Task A_site_without_that_history_is_an_argument_error_before_any_request()
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer());

        await Assert.ThrowsAsync<ArgumentException>(() => RecordedHistories.Client(lcra).GetRainfallClimateAsync(SiteId.Parse("COA:950"), new(2026, 1, 1), Today));
        Assert.Empty(lcra.Requested);
    }

    /// <summary>The sites of the recording; gauge 2959 has 5 inches on September 10, and some of the others have that day.</summary>
    private sealed class Neighbors(Func<int, bool> hasDay, string inches) : HttpMessageHandler
    {
        public int Sites { get; private set; }

        public int Own { get; private set; }

        public int Others { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri!.AbsolutePath;
            byte[] body = path.EndsWith("GetDataForAllSites", StringComparison.Ordinal) ? AllSites()
                : path.Contains("/2959/", StringComparison.Ordinal) ? OwnDays()
                : Other();
            return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } });
        }

        private byte[] AllSites()
        {
            Sites++;
            return HydrometRecording.StormOfOctober2026().Responses.Single(response => response.Path == HydrometFeed.AllSites.Path).Body.ToArray();
        }

        private byte[] OwnDays()
        {
            Own++;
            return Bytes([.. Enumerable.Range(1, 30).Select(day => Day(day, day == 10 ? "5.00" : "0.20"))]);
        }

        private byte[] Other()
        {
            Others++;
            return Bytes(hasDay(Others) ? [Day(9, "0.00"), Day(10, inches), Day(11, "0.00")] : []);
        }

        private static byte[] Bytes(params string[] records) => System.Text.Encoding.UTF8.GetBytes(RecordedHistories.Answer(records));

        private static string Day(int day, string amount) =>
            RecordedHistories.Record(string.Create(CultureInfo.InvariantCulture, $"2026-09-{day:00}T05:00:00Z"), $"\"value1\": {amount}");
    }
}
