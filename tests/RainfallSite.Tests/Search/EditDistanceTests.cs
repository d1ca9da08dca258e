using RainfallSite.Search;

namespace RainfallSite.Tests.Search;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("marble", "marbel", 1)]
    [InlineData("houston", "moulton", 2)]
    [InlineData("hudson", "houston", 3)]
    [InlineData("", "abc", 3)]
    public void Errors_are_counted(string word, string typed, int errors) => Assert.Equal(errors, EditDistance.Between(word, typed));

    [Theory]
    [InlineData("moulton", "houston", false)]
    [InlineData("hudson", "houston", false)]
    [InlineData("marble", "marbel", true)]
    [InlineData("tow", "two", false)]
    [InlineData("fredericksburg", "fredricksbrug", true)]
    [InlineData("2200", "2222", false)]
    public void Few_errors_make_a_similar_word(string word, string typed, bool similar) => Assert.Equal(similar, EditDistance.IsSimilar(word, typed));

    [Fact]
    public void A_long_text_costs_no_more() => Assert.InRange(EditDistance.Between(new string('a', 1000), new string('b', 1000)), 40, 1000);
}
