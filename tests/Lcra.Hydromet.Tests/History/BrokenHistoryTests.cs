using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class BrokenHistoryTests
{
    [Theory]
    [InlineData("""{ "records": [ { "dateTime": "2026-10-01T12:00:00Z", "value1": 1.2.3 } ] }""", "$.records[0].value1", 1)]
    [InlineData("{ \"records\": [\n{ \"dateTime\": \"2026-10-01T12:00:00Z\" },\n{ \"dateTime\": \"2026-10-01T11:4", "$.records[1].dateTime", 3)]
    [InlineData("{ \"records\": [\n{ \"dateTime\": \"2026-10-01T12:00:00Z\" },\n{ \"flag\": tru", "$.records[1]", 3)]
    [InlineData("""{ "records": [ ] """, "$", 1)]
    [InlineData("""{ "records": [ ] } trailing""", "$", 1)]
    [InlineData("{\n'records': [ ] }", "$", 2)]
    [InlineData("Start and End date must be within 180 days of each other", "$", 1)]
    public async Task Malformed_json_says_where(string answer, string path, long line)
    {
        HydrometFormatException failure = await FailureAsync(answer);

        Assert.Equal((HydrometFeed.History, path, line, true), (failure.Feed, failure.Column, failure.Line, failure.IsTransient));
    }

    [Theory]
    [InlineData("[]", "$", "[", "has no object where one should be")]
    [InlineData("\"Not found\"", "$", "Not found", "has no object where one should be")]
    [InlineData("{}", "$.records", null, "has no records, not even an empty list")]
    [InlineData("""{ "siteNumber": 2959 }""", "$.records", null, "has no records, not even an empty list")]
    [InlineData("""{ "records": {} }""", "$.records", "{", "has no list where one should be")]
    [InlineData("""{ "records": [ 12 ] }""", "$.records[0]", "12", "has no record where one should be")]
    [InlineData("""{ "records": [ { "value1": 12 } ] }""", "$.records[0].dateTime", null, "has a record without a time")]
    [InlineData("""{ "records": [ { "dateTime": null } ] }""", "$.records[0].dateTime", "null", "has a time that is not ISO 8601 with an offset")]
    [InlineData("""{ "records": [ { "dateTime": 1790856000 } ] }""", "$.records[0].dateTime", "1790856000", "has a time that is not ISO 8601 with an offset")]
    [InlineData("""{ "records": [ { "dateTime": "yesterday" } ] }""", "$.records[0].dateTime", "yesterday", "has a time that is not ISO 8601 with an offset")]
    [InlineData("""{ "records": [ { "dateTime": "2026-10-01T12:00:00" } ] }""", "$.records[0].dateTime", "2026-10-01T12:00:00", "has a time that is not ISO 8601 with an offset")]
    [InlineData("""{ "records": [ 12, 13 ] }""", "$.records[0]", "12", "has no record where one should be")]
    [InlineData("""{ "records": [ { "dateTime": "first" }, { "dateTime": "second" } ] }""", "$.records[0].dateTime", "first", "has a time that is not ISO 8601 with an offset")]
    public async Task Json_that_is_not_a_history_is_refused_with_its_place_and_value(string answer, string path, string? value, string what)
    {
        HydrometFormatException failure = await FailureAsync(answer);

        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.Equal((HydrometFeed.History, path, value, false), (failure.Feed, failure.Column, failure.Value, failure.IsTransient));
    }

    [Fact]
    public async Task A_name_that_is_not_a_text_is_passed_over() =>
        Assert.Equal(0.25m, Assert.Single(await RecordedHistories.RecordsAsync(
            $$"""{ "\ud800": 1, "records": [ {{RecordedHistories.Record("2026-10-01T12:00:00Z", "\"\\ud800\": 9, \"value1\": 0.25")}} ] }""")).Value1);

    [Theory]
    [InlineData("""{ "value1": 9 }""")]
    [InlineData("""{ "dateTime": "yesterday", "value1": 9 }""")]
    [InlineData("""{ "dateTime": { "value1": 9 }, "value1": 9 }""")]
    [InlineData("""{ "dateTime": [ 9 ], "value1": 9 }""")]
    [InlineData("12")]
    [InlineData("[ 12 ]")]
    public async Task One_record_without_a_time_is_a_gap_and_the_others_stand(string record)
    {
        HistoryRecord good = Assert.Single(await RecordedHistories.RecordsAsync($$"""{ "records": [ {{record}}, {{RecordedHistories.Record("2026-10-01T12:00:00Z", "\"value1\": 0.25")}} ] }"""));

        Assert.Equal(0.25m, good.Value1);
    }

    [Theory]
    [InlineData("", "HistoricData is empty")]
    [InlineData(" \r\n", "HistoricData is empty")]
    [InlineData("<!DOCTYPE html><title>Just a moment...</title>", "HistoricData is a web page")]
    [InlineData("\r\n<html>", "HistoricData is a web page")]
    public async Task A_page_or_nothing_at_all_may_pass(string answer, string message)
    {
        HydrometFormatException failure = await FailureAsync(answer);

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
    }

    [Theory]
    [InlineData("", null, HydrometFailureKind.Unreadable)]
    [InlineData("<title>Just a moment...</title>", "<title>Just a moment...</title>", HydrometFailureKind.Blocked)]
    [InlineData("<html>", "<html>", HydrometFailureKind.WebPage)]
    public async Task A_page_is_quoted_and_a_challenge_is_reported_from_others(string answer, string? value, HydrometFailureKind kind)
    {
        HydrometFormatException failure = await FailureAsync(answer);

        Assert.Equal((value, kind, 1L), (failure.Value, failure.Kind, failure.Line));
    }

    [Fact]
    public async Task The_failure_names_the_address_that_was_asked()
    {
        HydrometFormatException failure = await FailureAsync("[]");

        Assert.Equal("https://hydromet.lcra.org/api/HistoricData/GetDataBySite/2959/rain/10-1-2026/10-1-2026", failure.RequestUri!.AbsoluteUri);
        Assert.Contains(failure.RequestUri.AbsoluteUri, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Austins_history_is_named_as_such()
    {
        HydrometFormatException failure = await Assert.ThrowsAsync<HydrometFormatException>(async () => await RecordedHistories.Client(new StubHistoryHandler(_ => "[]"))
            .GetAccumulatedRainfallAsync(SiteId.Parse("COA:950"), RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 1)).ToListAsync());

        Assert.Equal(HydrometFeed.CoaHistory, failure.Feed);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, false)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    public async Task A_refusal_is_an_exception_and_not_an_empty_history(HttpStatusCode status, bool transient)
    {
        StubHistoryHandler lcra = new(_ => RecordedHistories.Answer()) { Status = status };

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(async () =>
            await RecordedHistories.Client(lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 1)).ToListAsync());

        Assert.Equal((status, transient), (failure.StatusCode, failure.IsTransient));
    }

    [Fact]
    public async Task What_came_before_a_broken_window_stands()
    {
        StubHistoryHandler lcra = new(ask => ask.First == RecordedHistories.Day(2025, 1, 1) ? RecordedHistories.DaysAndOneMore(ask) : "<html>");
        List<DailyRainfall> days = [];

        await Assert.ThrowsAsync<HydrometFormatException>(async () =>
        {
            await foreach (DailyRainfall day in RecordedHistories.Client(lcra).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2025, 1, 1), RecordedHistories.Day(2025, 12, 31)))
            {
                days.Add(day);
            }
        });

        Assert.Equal(179, days.Count);
    }

    private static Task<HydrometFormatException> FailureAsync(string answer) =>
        Assert.ThrowsAsync<HydrometFormatException>(async () => await RecordedHistories.RecordsAsync(answer));
}
