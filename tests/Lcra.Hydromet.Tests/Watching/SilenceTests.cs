using System.Net;
using Lcra.Hydromet.Tests.Support;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet.Tests.Watching;

public class SilenceTests
{
    private static readonly DateTimeOffset Read = TestReports.Central(10, 2, 9);
    private readonly ReportTracker _memory = new([], []);

    [Fact]
    public async Task A_gauge_that_was_not_read_for_more_than_an_hour_falls_silent_once()
    {
        await AfterAsync(Read, Read);
        Assert.Empty(await AfterAsync(Read.AddMinutes(60), Read));

        RainfallChange silent = Assert.Single(await AfterAsync(Read.AddMinutes(75), Read));

        Assert.Equal((RainfallChangeKind.GaugeSilent, Read), (silent.Kind, silent.To));
        Assert.Empty(await AfterAsync(Read.AddMinutes(90), Read));
    }

    [Fact]
    public async Task A_gauge_whose_reading_time_stays_blank_falls_silent_too()
    {
        await AfterAsync(Read, Read);

        Assert.Empty(await AfterAsync(Read.AddMinutes(15), null));
        Assert.Equal(RainfallChangeKind.GaugeSilent, Assert.Single(await AfterAsync(Read.AddMinutes(75), null)).Kind);
    }

    [Fact]
    public async Task A_silent_gauge_that_is_read_again_is_back()
    {
        await AfterAsync(Read.AddMinutes(75), Read);

        Assert.Equal(RainfallChangeKind.GaugeReporting, Assert.Single(await AfterAsync(Read.AddMinutes(90), Read.AddMinutes(90))).Kind);
    }

    [Fact]
    public async Task A_report_from_before_brings_no_silent_gauge_back()
    {
        await AfterAsync(Read, Read);
        await AfterAsync(Read.AddMinutes(75), Read);
        RainfallReport before = await GaugeRow.ReportAsync(Read.AddMinutes(60), new GaugeRow(Read, "0.00"));

        Assert.DoesNotContain(_memory.Update(before, Read.AddMinutes(77)), change => change.Site is not null);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_gauge_silent()
    {
        await AfterAsync(Read, Read);
        RainfallReport next = await GaugeRow.ReportAsync(Read.AddMinutes(75), new GaugeRow(Read.AddMinutes(75), "0.00"));

        Assert.DoesNotContain(_memory.Update(next, Read.AddHours(-24)), change => change.Site is not null);
    }

    [Fact]
    public async Task A_feed_that_is_down_makes_no_gauge_silent()
    {
        await AfterAsync(Read, Read);
        RainfallReport down = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway)).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.DoesNotContain(_memory.Update(down, Read.AddHours(3)), change => change.Site is not null);
    }

    [Fact]
    public async Task A_feed_goes_down_once_and_comes_up_once()
    {
        RainfallReport good = await TestReports.ReportAsync();
        RainfallReport bad = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway)).RefreshRainfallAsync(good);

        Assert.Empty(_memory.Update(good, TestReports.Morning));
        RainfallChange down = Assert.Single(_memory.Update(bad, TestReports.Morning));
        Assert.Empty(_memory.Update(bad, TestReports.Morning));
        RainfallChange up = Assert.Single(_memory.Update(good, TestReports.Morning));

        Assert.Equal((RainfallChangeKind.FeedDown, HydrometFeed.Rainfall, HydrometFailureKind.HttpError), (down.Kind, down.Feed, down.Failure?.Kind));
        Assert.Equal((RainfallChangeKind.FeedUp, HydrometFeed.Rainfall), (up.Kind, up.Feed));
        Assert.Equal(("Rainfall.csv: down (HttpError)", "Rainfall.csv: up again"), (down.ToString(), up.ToString()));
    }

    [Fact]
    public async Task A_report_that_LCRA_stopped_renewing_is_a_feed_that_is_down()
    {
        RainfallReport old = await TestReports.ReportAsync();
        _memory.Update(old, TestReports.Morning);

        List<RainfallChange> changes = _memory.Update(old, TestReports.Morning.AddHours(1));

        RainfallChange down = changes.Single(change => change.Kind == RainfallChangeKind.FeedDown && change.Feed == HydrometFeed.Rainfall);
        Assert.Null(down.Failure);
        Assert.Equal("Rainfall.csv: down (its report is old)", down.ToString());
    }

    private async Task<RainfallChange[]> AfterAsync(DateTimeOffset reported, DateTimeOffset? read) =>
        [.. _memory.Update(await GaugeRow.ReportAsync(reported, new GaugeRow(read, "0.00")), reported).Where(change => change.Site is not null)];
}
