namespace Lcra.Hydromet.Tests.Areas;

public class CoordinatesTests
{
    [Theory]
    [InlineData("30.57,-98.27")]
    [InlineData(" 30.57 , -98.27 ")]
    public void Latitude_and_longitude_are_read(string text) =>
        Assert.Equal(new Coordinates(30.57m, -98.27m), Coordinates.Parse(text, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30.57")]
    [InlineData("30,57,-98,27")]
    [InlineData("90.01,0")]
    [InlineData("0,-180.01")]
    [InlineData("1e1,2")]
    public void Anything_else_is_not_a_position(string? text) => Assert.False(Coordinates.TryParse(text, out _));

    [Fact]
    public void A_position_is_written_as_it_is_read() => Assert.Equal("30.57,-98.27", new Coordinates(30.57m, -98.27m).ToString());
}
