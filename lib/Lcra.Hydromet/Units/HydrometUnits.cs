namespace Lcra.Hydromet;

/// <summary>Conversions between the units that LCRA uses and metric ones. Nothing is rounded unless the name says so.</summary>
/// <remarks>
/// The factors are exact. The inch is 25.4 mm and the foot 0.3048 m by the international agreement of 1959; the acre is
/// 43,560 square feet (NIST Special Publication 811, appendix B; NIST Handbook 44, appendix C).
/// The US survey foot, longer by two parts in a million and retired at the end of 2022, is not used.
/// </remarks>
public static class HydrometUnits
{
    private const decimal MillimetersPerInch = 25.4m;
    private const decimal MetersPerFoot = 0.3048m;
    private const decimal CubicMetersPerCubicFoot = MetersPerFoot * MetersPerFoot * MetersPerFoot;
    private const decimal CubicFeetPerAcreFoot = 43_560m;
    private const decimal CubicMetersPerAcreFoot = CubicFeetPerAcreFoot * CubicMetersPerCubicFoot;
    private const decimal FahrenheitAtFreezing = 32m;
    private const decimal FahrenheitPerCelsius = 1.8m;

    /// <summary>Converts inches to millimeters.</summary>
    /// <param name="inches">Inches.</param>
    /// <returns>Millimeters.</returns>
    public static decimal InchesToMillimeters(decimal inches) => inches * MillimetersPerInch;

    /// <summary>Converts millimeters to inches.</summary>
    /// <param name="millimeters">Millimeters.</param>
    /// <returns>Inches.</returns>
    public static decimal MillimetersToInches(decimal millimeters) => millimeters / MillimetersPerInch;

    /// <summary>
    /// Converts a rainfall amount to millimeters, rounded once to the gauge's resolution: whole millimeters for a resolution
    /// of one millimeter or more (Austin's 0.04 in), otherwise one decimal (LCRA's 0.01 in). Add up inches first, then convert.
    /// </summary>
    /// <param name="inches">The amount in inches.</param>
    /// <param name="resolutionInches">The gauge's resolution in inches.</param>
    /// <returns>Millimeters; a half is rounded away from zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not above zero.</exception>
    public static decimal InchesToRoundedMillimeters(decimal inches, decimal resolutionInches)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolutionInches);
        int decimals = InchesToMillimeters(resolutionInches) >= 1 ? 0 : 1;
        return decimal.Round(InchesToMillimeters(inches), decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>Converts feet to meters.</summary>
    /// <param name="feet">Feet.</param>
    /// <returns>Meters.</returns>
    public static decimal FeetToMeters(decimal feet) => feet * MetersPerFoot;

    /// <summary>Converts meters to feet.</summary>
    /// <param name="meters">Meters.</param>
    /// <returns>Feet.</returns>
    public static decimal MetersToFeet(decimal meters) => meters / MetersPerFoot;

    /// <summary>Converts a flow from cubic feet per second (cfs) to cubic meters per second.</summary>
    /// <param name="cubicFeetPerSecond">Cubic feet per second.</param>
    /// <returns>Cubic meters per second.</returns>
    public static decimal CubicFeetToCubicMetersPerSecond(decimal cubicFeetPerSecond) => cubicFeetPerSecond * CubicMetersPerCubicFoot;

    /// <summary>Converts a flow from cubic meters per second to cubic feet per second (cfs).</summary>
    /// <param name="cubicMetersPerSecond">Cubic meters per second.</param>
    /// <returns>Cubic feet per second.</returns>
    public static decimal CubicMetersToCubicFeetPerSecond(decimal cubicMetersPerSecond) => cubicMetersPerSecond / CubicMetersPerCubicFoot;

    /// <summary>Converts degrees Fahrenheit to degrees Celsius.</summary>
    /// <param name="fahrenheit">Degrees Fahrenheit.</param>
    /// <returns>Degrees Celsius.</returns>
    public static decimal FahrenheitToCelsius(decimal fahrenheit) => (fahrenheit - FahrenheitAtFreezing) / FahrenheitPerCelsius;

    /// <summary>Converts degrees Celsius to degrees Fahrenheit.</summary>
    /// <param name="celsius">Degrees Celsius.</param>
    /// <returns>Degrees Fahrenheit.</returns>
    public static decimal CelsiusToFahrenheit(decimal celsius) => (celsius * FahrenheitPerCelsius) + FahrenheitAtFreezing;

    /// <summary>Converts a volume, such as a lake's storage, from acre-feet to cubic meters.</summary>
    /// <param name="acreFeet">Acre-feet.</param>
    /// <returns>Cubic meters.</returns>
    public static decimal AcreFeetToCubicMeters(decimal acreFeet) => acreFeet * CubicMetersPerAcreFoot;

    /// <summary>Converts a volume from cubic meters to acre-feet.</summary>
    /// <param name="cubicMeters">Cubic meters.</param>
    /// <returns>Acre-feet.</returns>
    public static decimal CubicMetersToAcreFeet(decimal cubicMeters) => cubicMeters / CubicMetersPerAcreFoot;
}
