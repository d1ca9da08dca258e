using System.Text.RegularExpressions;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Sites;

/// <summary>The history pages on the embedded recording, as the sample serves them without the network.</summary>
public sealed partial class RecordedHistoryPageTests(RecordedHistoryPageTests.Replaying replaying) : IClassFixture<RecordedHistoryPageTests.Replaying>
{
    [Theory]
    [InlineData("/sites/3018", "5.53 inches of rain from Sunday, July 5, 2026 to Friday, October 2, 2026. The last day is still running.")]
    [InlineData("/sites/3018?from=2026-10-01&to=2026-10-01", "1.62 inches of rain on Thursday, October 1, 2026.")]
    [InlineData("/es/sites/3018?from=2026-10-01&to=2026-10-01", "1.62 pulgadas de lluvia el jueves 1 de octubre de 2026.")]
    [InlineData("/sites/3018?from=2025-10-03&to=2026-10-02", "30.13 inches of rain from Friday, October 3, 2025 to Friday, October 2, 2026.")]
    [InlineData("/es/sites/3018", "al viernes 2 de octubre de 2026. El último día no ha terminado.")]
    [InlineData("/sites/3018?from=2007-01-01&to=2007-12-31", "The wettest of these days 15.82 inches on Wednesday, June 27, 2007")]
    [InlineData("/sites/2959?compare=year", "5.42 inches more than a year earlier")]
    [InlineData("/sites/3018?compare=year", "No total: 19 of 274 days are missing")]
    public async Task A_gauge_with_its_whole_daily_record_has_long_charts_records_and_comparisons(string address, string sentence) =>
        Assert.Contains(sentence, await WordsAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/sites/3018?units=mm", @"^\d+\.\d$")]
    [InlineData("/sites/3018", @"^\d+\.\d\d$")]
    public async Task Every_amount_of_a_table_has_the_same_number_of_decimals(string address, string pattern)
    {
        string page = await replaying.Site.GetStringAsync(address);

        string[] amounts = [.. Cell().Matches(page).Select(cell => cell.Groups["amount"].Value).Where(amount => amount != "–")];

        Assert.True(amounts.Length > 100);
        Assert.All(amounts, amount => Assert.Matches(pattern, amount));
        Assert.Contains(amounts, amount => amount is "0.0" or "0.00");
    }

    [Fact]
    public async Task Days_that_have_ended_are_not_still_running() => Assert.DoesNotContain(
        "still running",
        await WordsAsync("/sites/3018?from=2026-09-01&to=2026-10-01"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/sites/3018?start=2026-10-01T18:00&end=2026-10-02T06:00", "No total: there are no readings for this time. Nobody recorded them. This recording has the daily totals of gauge 3018")]
    [InlineData("/sites/3018?from=2026-09-30&to=2026-10-02&bars=15", "There are no readings for these days. Nobody recorded them.")]
    [InlineData("/sites/3018?from=2001-01-01&to=2001-12-31", "There are no daily totals for these days. Nobody recorded them.")]
    [InlineData("/sites/2306", "There are no daily totals for these days. Nobody recorded them.")]
    [InlineData("/sites/2268?compare=month", "Too many days are missing to compare. Nobody recorded them.")]
    [InlineData("/sites/3018?start=2026-10-01T18:00&end=2026-10-02T06:00&lang=es", "Sin dato: no hay lecturas de ese tiempo. Nadie grabó esos datos. Esta grabación tiene los totales diarios del pluviómetro 3018")]
    [InlineData("/sites/2306?lang=es", "No hay totales diarios de esos días. Nadie grabó esos datos.")]
    public async Task A_window_that_nobody_recorded_says_so(string address, string sentence) =>
        Assert.Contains(sentence, await WordsAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/sites/3018?start=2026-10-01T18:00&end=2026-10-02T06:00", "The daily totals of the whole days are known: 1.62 inches of rain on Thursday, October 1, 2026.")]
    [InlineData("/sites/3018?start=2026-03-08T01:30&end=2026-03-08T04:30", "The daily totals of the whole days are known: 0.00 inches of rain on Sunday, March 8, 2026.")]
    [InlineData("/es/sites/3018?start=2026-09-30T18:00&end=2026-10-01T12:00", "Se conocen los totales de los días completos: 1.62 pulgadas de lluvia")]
    public async Task A_window_without_readings_has_the_whole_days_that_are_known(string address, string sentence) =>
        Assert.Contains(sentence, await WordsAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?site=USGS:08170860", "This gauge is not reporting. Rain since its last reading is not in the number.")]
    [InlineData("/es/?site=USGS:08170860", "Este pluviómetro no transmite. Lo que llovió después de su última lectura no está en el número.")]
    public async Task A_gauge_that_lcra_calls_stale_within_the_hour_is_not_reporting(string address, string sentence) =>
        Assert.Contains(sentence, await WordsAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/sites/3018")]
    [InlineData("/sites/2959?lang=es")]
    public async Task Where_quarter_hours_were_not_recorded_the_window_to_count_is_yesterday(string address)
    {
        string page = await replaying.Site.GetStringAsync(address);

        Assert.Contains("type=\"datetime-local\" value=\"2026-10-01T00:00\"", page, StringComparison.Ordinal);
        Assert.Contains("type=\"datetime-local\" value=\"2026-10-02T00:00\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sites/2306")]
    [InlineData("/sites/COA:950")]
    public async Task A_gauge_that_nobody_recorded_suggests_no_window(string address)
    {
        string page = await replaying.Site.GetStringAsync(address);

        Assert.DoesNotContain("datetime-local", page, StringComparison.Ordinal);
        Assert.DoesNotContain("compare=year", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_window_that_is_suggested_has_a_number() => Assert.Contains(
        "1.62 inches of rain from midnight CDT on Thursday, October 1, 2026 to midnight CDT on Friday, October 2, 2026.",
        await WordsAsync("/sites/3018?start=2026-10-01T00:00&end=2026-10-02T00:00"),
        StringComparison.Ordinal);

    private async Task<string> WordsAsync(string address) => PageText.Words(await replaying.Site.GetStringAsync(address));

    [GeneratedRegex("<td class=\"number\">(?<amount>[^<]*)</td>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();

    public sealed class Replaying : IDisposable
    {
        internal SiteFixture Site { get; } = new SiteFixture().With("Hydromet:Source", "Replay");

        public void Dispose() => Site.Dispose();
    }
}
