using System.Text.RegularExpressions;
using Lcra.Hydromet;
using RainfallSite.Sites;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Sites;

/// <summary>Every year of a gauge's record with this one on top.</summary>
public sealed class YearsTests(RecordedHistoryPageTests.Replaying replaying) : IClassFixture<RecordedHistoryPageTests.Replaying>
{
    [Theory]
    [InlineData("3018", 2007, "2002, 2025")]
    [InlineData("2959", 2015, "1991, 1998")]
    public async Task Each_year_with_enough_days_has_a_line_and_a_row(string gauge, int year, string leftOut)
    {
        string page = await replaying.Site.GetStringAsync($"/sites/{gauge}");
        string[] rows = [.. PageText.Rows(page).Where(row => Regex.IsMatch(row, @"^(19|20)\d\d \d", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))];

        Assert.Contains($"Left out for too many missing days: {leftOut}.", PageText.Words(page), StringComparison.Ordinal);
        Assert.Contains(rows, row => row.StartsWith($"{year} ", StringComparison.Ordinal));
        Assert.Equal(rows.Length, rows.Select(row => row[..4]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, row => Assert.Contains($"<title>{row[..4]}: ", page, StringComparison.Ordinal));
        Assert.StartsWith("2026 ", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_months_have_the_names_of_the_language() =>
        Assert.Contains(
            "ene feb mar abr may jun jul ago sept oct nov dic",
            PageText.Words(await replaying.Site.GetStringAsync("/es/sites/3018")),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_sums_are_those_of_the_record()
    {
        string page = await replaying.Site.GetStringAsync("/sites/3018");

        Assert.Contains(PageText.Rows(page), row => row.StartsWith("2007 ", StringComparison.Ordinal) && row.Contains(" 54.91", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_without_a_total_adds_nothing_and_makes_the_rest_a_lower_bound()
    {
        Dictionary<DateOnly, decimal> known = new() { [new DateOnly(2026, 1, 1)] = 0.5m, [new DateOnly(2026, 1, 3)] = 1m };

        YearLine line = new(2026, new DateOnly(2026, 1, 3), known);

        Assert.Equal((1.5m, 1, 1), (line.Inches, line.MissingDays, line.CompleteDays));
        Assert.Equal((0.5m, 1), line.Through(new DateOnly(2025, 1, 2)));
    }

    [Fact]
    public void February_29_is_compared_with_February_28()
    {
        YearLine line = new(2025, new DateOnly(2025, 12, 31), new Dictionary<DateOnly, decimal> { [new DateOnly(2025, 2, 28)] = 1m, [new DateOnly(2025, 3, 1)] = 1m });

        Assert.Equal(1m, line.Through(new DateOnly(2024, 2, 29)).Inches);
    }

    [Theory]
    [InlineData("/sites/2268", "There is no earlier year with enough days to compare.")]
    [InlineData("/es/sites/3018", "Este año junto a todos los demás")]
    public async Task A_short_record_and_another_language_have_words(string address, string words) =>
        Assert.Contains(words, PageText.Words(await replaying.Site.GetStringAsync(address)), StringComparison.Ordinal);
}
