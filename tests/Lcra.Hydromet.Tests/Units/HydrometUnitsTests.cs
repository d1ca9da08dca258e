namespace Lcra.Hydromet.Tests.Units;

public class HydrometUnitsTests
{
    [Fact]
    public void An_inch_is_25_point_4_millimetres() => Assert.Equal(25.4m, HydrometUnits.InchesToMillimeters(1));

    [Fact]
    public void A_foot_is_0_point_3048_metres() => Assert.Equal(0.3048m, HydrometUnits.FeetToMeters(1));

    [Fact]
    public void A_cubic_foot_is_a_foot_cubed() =>
        Assert.Equal(0.028316846592m, HydrometUnits.CubicFeetToCubicMetersPerSecond(1));

    [Fact]
    public void An_acre_foot_is_43560_cubic_feet() => Assert.Equal(1233.48183754752m, HydrometUnits.AcreFeetToCubicMeters(1));

    [Theory]
    [InlineData(32, 0)]
    [InlineData(212, 100)]
    [InlineData(-40, -40)]
    [InlineData(104, 40)]
    public void Fahrenheit_and_celsius_agree(int fahrenheit, int celsius)
    {
        Assert.Equal(celsius, HydrometUnits.FahrenheitToCelsius(fahrenheit));
        Assert.Equal(fahrenheit, HydrometUnits.CelsiusToFahrenheit(celsius));
    }

    [Fact]
    public void Every_conversion_has_its_way_back()
    {
        Assert.Equal(2.81m, HydrometUnits.MillimetersToInches(HydrometUnits.InchesToMillimeters(2.81m)));
        Assert.Equal(681.02m, HydrometUnits.MetersToFeet(HydrometUnits.FeetToMeters(681.02m)));
        Assert.Equal(9_870m, HydrometUnits.CubicMetersToCubicFeetPerSecond(HydrometUnits.CubicFeetToCubicMetersPerSecond(9_870m)));
        Assert.Equal(874_751m, HydrometUnits.CubicMetersToAcreFeet(HydrometUnits.AcreFeetToCubicMeters(874_751m)));
    }

    [Theory]
    [InlineData("0.01", "0.01", "0.3")]
    [InlineData("2.81", "0.01", "71.4")]
    [InlineData("0.25", "0.01", "6.4")]
    [InlineData("0.04", "0.04", "1")]
    [InlineData("1.48", "0.04", "38")]
    [InlineData("0.00", "0.04", "0")]
    public void Millimetres_are_not_finer_than_the_gauges_tip(string inches, string tip, string expected) =>
        Assert.Equal(
            expected,
            HydrometUnits.InchesToRoundedMillimeters(Number(inches), Number(tip)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_tip_of_nothing_is_an_argument_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HydrometUnits.InchesToRoundedMillimeters(1, 0));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
