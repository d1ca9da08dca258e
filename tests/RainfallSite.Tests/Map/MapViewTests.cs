using RainfallSite.Map;

namespace RainfallSite.Tests.Map;

public sealed class MapViewTests
{
    [Fact]
    public void The_middle_of_the_view_is_the_middle_of_the_drawing() =>
        Assert.Equal((MapView.Width / 2.0, MapView.Height / 2.0), MapView.Whole.Place(MapView.Whole.Latitude, MapView.Whole.Longitude));

    // A degree of longitude is 256 * 2^8 / 360 wide at zoom 8.
    [Fact]
    public void East_is_to_the_right_and_as_wide_as_on_any_web_map() =>
        Assert.Equal((MapView.Width / 2.0) + (256 * 256 / 360.0), MapView.Whole.Place(MapView.Whole.Latitude, MapView.Whole.Longitude + 1).X, precision: 6);

    [Fact]
    public void North_is_up() =>
        Assert.True(MapView.Whole.Place(31, -98).Y < MapView.Whole.Place(30, -98).Y);

    [Fact]
    public void Moving_there_and_back_comes_back() =>
        Assert.Equal(MapView.Whole.Longitude, MapView.Whole.Moved(1, 0).Moved(-1, 0).Longitude, precision: 9);

    [Theory]
    [InlineData(null, MapScale.Missing)]
    [InlineData("0.00", MapScale.Dry)]
    [InlineData("0.01", 2)]
    [InlineData("0.25", 3)]
    [InlineData("4.51", 6)]
    public void Missing_dry_and_wet_are_different_classes(string? inches, int level) =>
        Assert.Equal(level, new MapScale(4.51m).LevelOf(inches is null ? null : decimal.Parse(inches, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_years_map_has_coarser_classes_than_a_days() =>
        Assert.True(new MapScale(60).LevelOf(4) < new MapScale(5).LevelOf(4));
}
