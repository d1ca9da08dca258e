using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

/// <summary>The rain over any window, in one call.</summary>
public class WindowTotalTests
{
    private static readonly decimal[] NewestFirst = [10.30m, 10.30m, 10.30m, 10.10m, 10.00m, 10.00m];
    private static readonly DateTimeOffset Start = TestReports.Central(10, 1, 7);

    [Fact]
    public async Task It_downloads_the_days_that_it_needs_and_says_what_it_covers()
    {
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer(
            [.. NewestFirst.Select((count, index) => RecordedHistories.Record($"{Start.ToUniversalTime().AddMinutes(60 - (15 * index)):yyyy-MM-ddTHH:mm:ssZ}", FormattableString.Invariant($"\"value1\": {count}")))]));
        HydrometClient client = RecordedHistories.Client(lcra);

        SeriesTotal total = await client.GetRainfallTotalAsync(RecordedHistories.Gauge, Start, Start.AddHours(1));

        Assert.Equal((0.30m, 1m, Start, Start.AddHours(1)), (total.Inches, total.Coverage, total.Start, total.End));
        HistoryCall call = Assert.Single(lcra.Requested);
        Assert.Equal((RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 1)), (call.First, call.Last));
    }

    [Fact]
    public async Task A_count_of_Austin_is_back_at_its_level_within_one_tip_of_004()
    {
        decimal[] oldestFirst = [1.20m, 1.20m, 0.00m, 1.16m, 1.20m];
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer(
            [.. oldestFirst.Select((count, index) => RecordedHistories.Record($"{Start.ToUniversalTime().AddMinutes(15 * index):yyyy-MM-ddTHH:mm:ssZ}", FormattableString.Invariant($"\"value1\": {count}"))).Reverse()]));
        HydrometClient client = RecordedHistories.Client(lcra);

        SeriesTotal austin = await client.GetRainfallTotalAsync(SiteId.Parse("COA:950"), Start, Start.AddHours(1));

        Assert.Equal((0m, 0.04m), (austin.Inches, austin.UncertaintyInches));
        Assert.True((await client.GetRainfallTotalAsync(RecordedHistories.Gauge, Start, Start.AddHours(1))).Inches >= 1.16m);
    }

    [Fact]
    public async Task A_window_without_readings_is_missing_and_not_dry()
    {
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer());

        SeriesTotal total = await RecordedHistories.Client(lcra).GetRainfallTotalAsync(RecordedHistories.Gauge, Start, Start.AddHours(1));

        Assert.Equal((null, MissingReason.NotInFeed, 0m), (total.Inches, total.Missing, total.Coverage));
    }

    [Fact]
    public async Task The_cache_serves_the_same_request()
    {
        using StubHistoryHandler lcra = new(_ => RecordedHistories.Answer());
        using HydrometCache cache = new(RecordedHistories.Client(lcra), timeProvider: new FakeTimeProvider(TestReports.Morning));

        await cache.GetRainfallTotalAsync(RecordedHistories.Gauge, Start, Start.AddHours(1));
        await cache.GetRainfallTotalAsync(RecordedHistories.Gauge, Start, Start.AddHours(2));

        Assert.Single(lcra.Requested);
    }

    [Fact]
    public void A_window_without_length_is_refused_before_any_request() =>
        Assert.Throws<ArgumentException>(() => { _ = RecordedHistories.Client(new StubHistoryHandler(_ => "")).GetRainfallTotalAsync(RecordedHistories.Gauge, Start, Start); });
}
