using Lcra.Hydromet;
using RainfallSite.Formatting;

namespace RainfallSite.Sites;

/// <summary>A value that a site measures besides rain, with the keys of its name and unit.</summary>
internal sealed record Measurement(string TextKey, string UnitKey, string Number)
{
    private const string Feet = "Feet";
    private const string Fahrenheit = "Fahrenheit";

    public static IReadOnlyList<Measurement> Of(SiteReading? reading, LakeLevel? lake) =>
    [
        .. From("Stage", Feet, reading?.StageFeet),
        .. From("Bankfull", Feet, reading?.BankfullStageFeet),
        .. From("FloodStage", Feet, reading?.FloodStageFeet),
        .. From("Discharge", "CubicFeetPerSecond", reading?.DischargeCubicFeetPerSecond, WaterFormatter.Grouped),
        .. From("Headwater", Feet, reading?.HeadwaterElevationFeet),
        .. From("Tailwater", Feet, reading?.TailwaterElevationFeet),
        .. From("LakeLevel", Feet, lake?.ElevationFeet),
        .. From("LakeStorage", "AcreFeet", lake?.StorageAcreFeet, "#,0"),
        .. From("LakeFull", "Percent", lake?.PercentFull),
        .. From("AirTemperature", Fahrenheit, reading?.AirTemperatureFahrenheit),
        .. From("WaterTemperature", "Celsius", reading?.WaterTemperatureCelsius),
        .. From("Humidity", "Percent", reading?.RelativeHumidityPercent),
        .. From("Battery", "Volts", reading?.BatteryVolts),
    ];

    private static IEnumerable<Measurement> From(string textKey, string unitKey, decimal? value, string? format = null) =>
        value is null ? [] : [new Measurement(textKey, unitKey, format is null ? WaterFormatter.Number(value) : WaterFormatter.Number(value, format))];
}
