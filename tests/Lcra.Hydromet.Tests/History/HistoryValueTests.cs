using System.Globalization;
using Lcra.Hydromet.Tests.Rainfall;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public abstract class HistoryValueTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("1.25", "1.25")]
    [InlineData("7.10", "7.10")]
    [InlineData("0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("-0.0", "0.0")]
    [InlineData("1e-2", "0.01")]
    [InlineData("\"1.25\"", "1.25")]
    [InlineData("\" 1.25 \"", "1.25")]
    [InlineData("\"0\"", "0")]
    [InlineData("\"1\\u002e25\"", "1.25")]
    [InlineData("12.340000152587891", "12.34")]
    [InlineData("41.550000000000004", "41.55")]
    [InlineData("1.2340000152587891e1", "12.34")]
    [InlineData("12.34567", "12.34567")]
    public async Task A_count_of_rain_keeps_its_decimals_as_number_or_as_text(string value, string expected) =>
        Assert.Equal(expected, Assert.NotNull(await FirstValueAsync(HistoryParameter.Rain, $"\"value1\": {value}")).ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"n/a\"")]
    [InlineData("\"1,25\"")]
    [InlineData("\"1.000,25\"")]
    [InlineData("true")]
    [InlineData("[1.25]")]
    [InlineData("{ \"value1\": 1.25 }")]
    [InlineData("1e400")]
    [InlineData("-0.01")]
    [InlineData("\"-0.01\"")]
    [InlineData("-998")]
    [InlineData("-888.0")]
    public async Task What_is_not_an_amount_of_rain_is_missing_and_never_a_zero(string value) =>
        Assert.Null(await FirstValueAsync(HistoryParameter.RainDaily, $"\"value1\": {value}"));

    [Fact]
    public async Task An_absent_value_is_missing() => Assert.Null(await FirstValueAsync(HistoryParameter.Rain, "\"value2\": 0.04"));

    [Theory]
    [InlineData("-0.35", "-0.35")]
    [InlineData("\"-12\"", "-12")]
    [InlineData("-499.5", "-499.5")]
    public async Task Stage_and_flow_may_be_negative(string value, string expected) =>
        Assert.Equal(expected, Assert.NotNull(await FirstValueAsync(HistoryParameter.Flow, $"\"value1\": {value}")).ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("-998")]
    [InlineData("-998.00")]
    [InlineData("\"-888\"")]
    public async Task A_sentinel_is_not_a_stage(string value) => Assert.Null(await FirstValueAsync(HistoryParameter.Flow, $"\"value1\": {value}"));

    [Fact]
    public async Task All_three_values_are_read()
    {
        HistoryRecord record = Assert.Single(await RecordedHistories.RecordsAsync(
            RecordedHistories.Answer(RecordedHistories.Record("2026-10-01T12:00:00Z", "\"value1\": 61.2, \"value2\": 88.5, \"value3\": 74.11")), HistoryParameter.TemperatureStatistics));

        Assert.Equal((61.2m, 88.5m, 74.11m), (record.Value1, record.Value2, record.Value3));
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_passed_over()
    {
        HistoryRecord record = Assert.Single(await RecordedHistories.RecordsAsync(RecordedHistories.Answer(
            RecordedHistories.Record("2026-10-01T12:00:00Z", "\"justBeforeMidnight\": true, \"flags\": { \"value1\": [9, { \"dateTime\": 9 }] }, \"value1\": 0.25"))));

        Assert.Equal(0.25m, record.Value1);
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_an_obstacle() =>
        Assert.Single(await RecordedHistories.RecordsAsync('\uFEFF' + RecordedHistories.Answer(RecordedHistories.Record("2026-10-01T12:00:00Z"))));

    private static async Task<decimal?> FirstValueAsync(HistoryParameter parameter, string values) =>
        Assert.Single(await RecordedHistories.RecordsAsync(RecordedHistories.Answer(RecordedHistories.Record("2026-10-01T12:00:00Z", values)), parameter)).Value1;

    public sealed class WithAPoint() : HistoryValueTests(Point);

    public sealed class WithAComma() : HistoryValueTests(Comma);
}
