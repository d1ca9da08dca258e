using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lcra.Hydromet.History.Internal;
using Lcra.Hydromet.Tests.Rainfall;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public abstract class HistorySpanTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("LCRA:2959", "rainDaily", "2026-03-01", "2026-03-31", "api/HistoricData/GetDataBySite/2959/rainDaily/3-1-2026/3-31-2026")]
    [InlineData("LCRA:2959", "rain", "2024-02-29", "2024-02-29", "api/HistoricData/GetDataBySite/2959/rain/2-29-2024/2-29-2024")]
    [InlineData("LCRA:3963", "lakelevel", "2025-12-31", "2026-01-01", "api/HistoricData/GetDataBySite/3963/lakelevel/12-31-2025/1-1-2026")]
    [InlineData("COA:950", "flow", "2026-10-01", "2026-10-02", "api/CoaHistoricalData/GetDataBySite/950/flow/10-1-2026/10-2-2026")]
    public async Task A_request_names_site_parameter_and_days_as_lcra_does(string site, string key, string first, string last, string expected)
    {
        Assert.True(HistoryParameter.TryParse(key, out HistoryParameter? parameter));
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer());

        await RecordedHistories.Client(lcra).GetHistoryAsync(SiteId.Parse(site), parameter, RecordedHistories.Day(first), RecordedHistories.Day(last)).ToListAsync();

        Assert.Equal([expected], lcra.Requested.Select(ask => ask.Path));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(179, 1)]
    [InlineData(180, 2)]
    [InlineData(358, 2)]
    [InlineData(359, 3)]
    [InlineData(10_957, 62)]
    public async Task A_long_span_takes_as_many_requests_as_it_needs(int days, int requests)
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer());
        DateOnly first = RecordedHistories.Day(1996, 10, 1);

        await RecordedHistories.Client(lcra).GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.Flow, first, first.AddDays(days - 1)).ToListAsync();

        Assert.Equal(requests, lcra.Requested.Count);
    }

    [Property]
    public Property Windows_cover_any_span_without_gap_or_overlap_and_stay_under_180_days() =>
        Prop.ForAll(
            Gen.Choose(0, 40_000).ToArbitrary(),
            Gen.Choose(0, 12_000).ToArbitrary(),
            (start, length) =>
            {
                DateOnly first = RecordedHistories.Day(1900, 1, 1).AddDays(start);
                DateOnly next = first;
                foreach (HistoryWindow window in HistoryWindow.Cut(first, first.AddDays(length)))
                {
                    Assert.Equal(next, window.First);
                    Assert.InRange(window.Last.DayNumber - window.First.DayNumber + 1, 1, 179);
                    Assert.True((window.End - window.Start).TotalDays < 180);
                    next = window.Last.AddDays(1);
                }

                Assert.Equal(first.AddDays(length + 1), next);
            });

    [Theory]
    [InlineData("2026-03-08", "2026-03-08T06:00:00Z", "2026-03-09T04:59:59Z")]
    [InlineData("2026-11-01", "2026-11-01T05:00:00Z", "2026-11-02T05:59:59Z")]
    [InlineData("2024-02-29", "2024-02-29T06:00:00Z", "2024-03-01T05:59:59Z")]
    [InlineData("2025-12-31", "2025-12-31T06:00:00Z", "2026-01-01T05:59:59Z")]
    public async Task A_day_is_the_local_day_with_its_23_24_or_25_hours(string day, string firstSecond, string lastSecond)
    {
        DateTimeOffset start = DateTimeOffset.Parse(firstSecond, CultureInfo.InvariantCulture);
        DateTimeOffset end = DateTimeOffset.Parse(lastSecond, CultureInfo.InvariantCulture);
        string answer = RecordedHistories.Answer(new[] { end.AddSeconds(1), end, start, start.AddSeconds(-1) }.Select(stamp =>
            RecordedHistories.Record(stamp.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))));

        List<HistoryRecord> records = await RecordedHistories.RecordsAsync(answer, first: day, last: day);

        Assert.Equal([start, end], records.Select(record => record.ObservedAt));
    }

    [Fact]
    public async Task Times_are_in_central_time_on_both_sides_of_a_change_of_clocks()
    {
        string answer = RecordedHistories.Answer(RecordedHistories.Record("2026-11-02T06:00:00Z"), RecordedHistories.Record("2026-11-01T05:00:00Z"));

        List<HistoryRecord> records = await RecordedHistories.RecordsAsync(answer, HistoryParameter.RainDaily, "2026-11-01", "2026-11-02");

        Assert.Equal(
            ["2026-11-01T00:00:00.0000000-05:00", "2026-11-02T00:00:00.0000000-06:00"],
            records.Select(record => record.ObservedAt.ToString("O", CultureInfo.InvariantCulture)));
    }

    public sealed class WithAPoint() : HistorySpanTests(Point);

    public sealed class WithAComma() : HistorySpanTests(Comma);
}
