using System.Text;

namespace Lcra.Hydromet.Tests.Climate;

/// <summary>What is read of a table, and what is refused.</summary>
public class Atlas14TableTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task The_file_of_the_server_is_read_with_its_source()
    {
        await using Stream file = Atlas14Files.Open();
        Atlas14Table table = await Atlas14Table.ReadAsync(file);

        Assert.Equal((11, 2, PrecipitationFrequencySeries.PartialDuration, PrecipitationUnit.Inches), (table.Source.Volume, table.Source.Version, table.Source.Series, table.Source.Unit));
        Assert.Equal(("Irving, Texas, USA", new Coordinates(32.8687m, -96.9737m)), (table.Source.Place, table.Source.Point!.Value));
        Assert.Equal(new DateTimeOffset(2026, 6, 10, 16, 58, 1, TimeSpan.Zero), table.Source.MadeAt);
        Assert.Equal([1, 2, 5, 10, 25, 50, 100, 200, 500, 1000], table.ReturnPeriods);
        Assert.Equal([5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880], table.Durations.Select(duration => duration.TotalMinutes));
        Assert.Equal((0.421m, 9.27m, 15.6m), (table.DepthInches(TimeSpan.FromMinutes(5), 1), table.DepthInches(Day, 100), table.DepthInches(2 * Day, 1000)));
        Assert.False(table.HasBounds);
    }

    [Fact]
    public void The_annual_maximum_series_has_fractions_and_no_1_year_column()
    {
        Atlas14Table table = Atlas14Table.Parse(Atlas14Files.AnnualMaximum);

        Assert.Equal(PrecipitationFrequencySeries.AnnualMaximum, table.Source.Series);
        Assert.Equal([2, 5, 10, 25, 50, 100, 200, 500, 1000], table.ReturnPeriods);
        Assert.Equal((3.95m, 13.5m, null), (table.DepthInches(Day, 2), table.DepthInches(Day, 1000), table.DepthInches(Day, 1)));
    }

    [Fact]
    public void Millimeters_become_inches()
    {
        Atlas14Table table = Atlas14Table.Parse(Atlas14Files.Millimeters);

        Assert.Equal(PrecipitationUnit.Millimeters, table.Source.Unit);
        Assert.Equal(9.27m, table.DepthInches(Day, 100));
        Assert.Equal(100m, table.ReturnPeriodOf(9.27m, Day).Years);
    }

    [Fact]
    public void Three_tables_have_bounds()
    {
        Atlas14Table table = Atlas14Table.Parse(Atlas14Files.WithBounds);

        Assert.True(table.HasBounds);
        Assert.Equal(
            (9.27m, 12.978m, 6.489m),
            (table.DepthInches(Day, 100), table.DepthInches(Day, 100, PrecipitationFrequencyBound.Upper), table.DepthInches(Day, 100, PrecipitationFrequencyBound.Lower)));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string end) =>
        Assert.Equal(11, Atlas14Table.Parse("\uFEFF" + Atlas14Files.Irving.ReplaceLineEndings(end)).Durations.Count);

    [Fact]
    public void Of_24_hr_and_1_day_the_hours_count_wherever_they_are()
    {
        Assert.Equal(9.27m, Atlas14Table.Parse(Edit("2-day:,", "1-day:, 1,2,3,4,5,6,7,8,9,10\n2-day:,")).DepthInches(Day, 100));
        Assert.Equal(9.27m, Atlas14Table.Parse(Edit("24-hr:,", "1-day:, 1,2,3,4,5,6,7,8,9,10\n24-hr:,")).DepthInches(Day, 100));
    }

    [Theory]
    [InlineData("(inches)", "(inches/hour)", "Choose 'Precipitation depth'")]
    [InlineData("(inches)", "(millimeters/hour)", "Choose 'Precipitation depth'")]
    [InlineData("Precipitation depth", "Precipitation intensity", "Choose 'Precipitation depth'")]
    [InlineData("(inches)", "(cubits)", "does not begin with")]
    [InlineData("24-hr:, 3.29,", "24-hr:, ", "one for each return period")]
    [InlineData("24-hr:, 3.29,", "24-hr:, 3.29,3.30,", "one for each return period")]
    [InlineData("24-hr:, 3.29,", "24-hr:, NaN,", "one for each return period")]
    [InlineData("24-hr:, 3.29,", "24-hr:, 0.00,", "one for each return period")]
    [InlineData("24-hr:, 3.29,", "24-hr:, -3.29,", "one for each return period")]
    [InlineData("24-hr:, 3.29,", "24-hr:, 9.29,", "one for each return period")]
    [InlineData("24-hr:, 3.29,", "24-moons:, 3.29,", "one for each return period")]
    [InlineData(", 1,2,5,10,", ", 1,5,2,10,", "The header is not")]
    [InlineData("for ARI (years)", "for AEP", "The header is not")]
    [InlineData("by duration for", "by the duration of", "The header is not")]
    [InlineData("Partial duration", "Annual maximum", "contradicts")]
    [InlineData("NOAA Atlas 14 Volume 11 Version 2", "NOAA Atlas 2", "Volume … Version")]
    [InlineData("NOAA Atlas 14 Volume 11 Version 2\n", "", "does not state the volume")]
    [InlineData("PRECIPITATION FREQUENCY ESTIMATES", "", "no table of estimates")]
    [InlineData("Date/time (GMT):", "When:", "cut short")]
    public void What_is_not_a_table_of_depths_is_a_typed_error(string part, string instead, string message)
    {
        HydrometFormatException failure = Assert.Throws<HydrometFormatException>(() => Atlas14Table.Parse(Edit(part, instead)));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_refused_is_named_with_its_line()
    {
        HydrometFormatException failure = Assert.Throws<HydrometFormatException>(() => Atlas14Table.Parse(Edit("24-hr:, 3.29,", "24-hr:, ")));

        Assert.Equal((24, "24-hr:, 3.95,5.00,5.89,7.17,8.19,9.27,10.4,12.1,13.5"), (failure.Line, failure.Value));
    }

    [Theory]
    [InlineData("result = 'none';\nErrorMsg = 'Error 3.0: Selected location is not within a project area';", "does not cover this point")]
    [InlineData("<!DOCTYPE html><html></html>", "does not begin with")]
    [InlineData("result = 'values';\nquantiles = [['0.421']];", "does not begin with")]
    [InlineData("", "does not begin with")]
    public void Another_text_is_a_typed_error(string text, string message) =>
        Assert.Contains(message, Assert.Throws<HydrometFormatException>(() => Atlas14Table.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_ends_at_any_character_is_refused()
    {
        int complete = Atlas14Files.Irving.IndexOf("Date/time (GMT):", StringComparison.Ordinal) + "Date/time (GMT):".Length;

        for (int length = 0; length < complete; length++)
        {
            Assert.Throws<HydrometFormatException>(() => Atlas14Table.Parse(Atlas14Files.Irving[..length]));
        }
    }

    [Fact]
    public void A_bound_that_is_cut_short_is_refused()
    {
        string both = Atlas14Files.WithBounds;
        int lower = both.IndexOf("PRECIPITATION FREQUENCY ESTIMATES AT LOWER", StringComparison.Ordinal);

        Assert.Contains("cut short", Assert.Throws<HydrometFormatException>(() => Atlas14Table.Parse(both[..lower] + "\n\nDate/time (GMT): ?")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_refused()
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(Atlas14Files.Irving + new string('\n', Atlas14Table.MaxCharacters)));

        Assert.Equal(HydrometFailureKind.TooLarge, (await Assert.ThrowsAsync<HydrometFormatException>(() => Atlas14Table.ReadAsync(file))).Kind);
    }

    [Fact]
    public void A_date_that_is_not_readable_is_unknown() =>
        Assert.Null(Atlas14Table.Parse(Edit("Wed Jun 10 16:58:01 2026", "yesterday")).Source.MadeAt);

    private static string Edit(string part, string instead)
    {
        Assert.Contains(part, Atlas14Files.Irving, StringComparison.Ordinal);
        return Atlas14Files.Irving.Replace(part, instead, StringComparison.Ordinal);
    }
}
