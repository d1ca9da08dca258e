namespace Lcra.Hydromet.Tests.Sites;

public class SiteIdTests
{
    [Theory]
    [InlineData("3018", "LCRA:3018")]
    [InlineData("LCRA:3018", "LCRA:3018")]
    [InlineData(" lcra:3018 ", "LCRA:3018")]
    [InlineData("COA:950", "COA:950")]
    [InlineData("USGS:08154700", "USGS:08154700")]
    [InlineData("USGS-08159105", "USGS:08159105")]
    [InlineData("USGS 08159105", "USGS:08159105")]
    [InlineData("usgs08159105", "USGS:08159105")]
    [InlineData("COA 950", "COA:950")]
    [InlineData("coa-950", "COA:950")]
    [InlineData("COA: 950", "COA:950")]
    [InlineData("COA\u00A0950", "COA:950")]
    [InlineData("USGS\u201308159105", "USGS:08159105")]
    [InlineData("USGS\u201108159105", "USGS:08159105")]
    [InlineData("LCRA_3018", "LCRA:3018")]
    [InlineData("LCRA_3018_in", "LCRA:3018")]
    [InlineData("usgs_08154700", "USGS:08154700")]
    [InlineData("USGS_08154700_in", "USGS:08154700")]
    [InlineData("NWS_ATX-1", "NWS:ATX-1")]
    [InlineData("LCRA_-1", "LCRA:-1")]
    [InlineData("LCRA - 3018", "LCRA:3018")]
    [InlineData("08159105", "LCRA:08159105")]
    [InlineData("FM-1431", "LCRA:FM-1431")]
    [InlineData("COA-TEST", "LCRA:COA-TEST")]
    public void A_bare_number_means_the_lcra_and_zeros_are_kept(string text, string expected) =>
        Assert.Equal(expected, SiteId.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("LCRA:")]
    [InlineData(":3018")]
    [InlineData("Hamilton Creek")]
    [InlineData("FM 1431")]
    [InlineData("COA 950 x")]
    [InlineData("3018/../x")]
    [InlineData("LCRA_")]
    [InlineData("_3018")]
    [InlineData("_in")]
    [InlineData("LCRA_30_18")]
    [InlineData("L-C:3018")]
    [InlineData("123456789012345678901")]
    public void What_is_not_an_identifier_is_not_taken_for_one(string? text)
    {
        Assert.False(SiteId.TryParse(text, out SiteId id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void The_same_number_of_two_agencies_is_two_sites() => Assert.NotEqual(SiteId.Parse("LCRA:950"), SiteId.Parse("COA:950"));

    [Fact]
    public void The_default_value_names_no_site() => Assert.Equal(("", "", ""), (default(SiteId).Agency, default(SiteId).Number, default(SiteId).ToString()));

    [Fact]
    public void A_bad_part_is_an_argument_error_that_names_it()
    {
        Assert.StartsWith("An agency is 1 to 20 letters or digits", Assert.Throws<ArgumentException>("agency", () => new SiteId("L CRA", "1")).Message, StringComparison.Ordinal);
        Assert.StartsWith("A site number is 1 to 20 letters", Assert.Throws<ArgumentException>("number", () => new SiteId("LCRA", "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_none_is_refused_with_how_to_write_one() =>
        Assert.Contains("LCRA:3018", Assert.Throws<FormatException>(() => SiteId.Parse("Hamilton Creek")).Message, StringComparison.Ordinal);

    [Fact]
    public void Twenty_characters_are_not_too_many() => Assert.Equal("12345678901234567890", SiteId.Parse("12345678901234567890").Number);
}
