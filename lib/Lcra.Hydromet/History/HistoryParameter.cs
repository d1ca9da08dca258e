using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// The parameter of a history, which defines the values of its records. The catalog is closed: <see cref="All"/> lists it.
/// </summary>
/// <remarks>LCRA has all of them, but no site has all. Austin's gauges (<c>COA</c>) have only <see cref="Rain"/> and <see cref="Flow"/>.</remarks>
[JsonConverter(typeof(HistoryParameterJsonConverter))]
public sealed class HistoryParameter
{
    private HistoryParameter(string key, string name)
    {
        Key = key;
        Name = name;
    }

    /// <summary>
    /// Gets <c>rain</c>: accumulated rainfall. Value 1 is an amount in inches that rises until it is reset, not the rain
    /// since the previous record; the rain of an interval is its last value minus its first. For Austin's gauges value 2 is that difference.
    /// </summary>
    public static HistoryParameter Rain { get; } = new("rain", "the rain counter") { IsRain = true, IsAvailableForAustin = true };

    /// <summary>
    /// Gets <c>rainDaily</c>: the rain of each local day, value 1 in inches. The record's time is the start of the day it totals.
    /// </summary>
    public static HistoryParameter RainDaily { get; } = new("rainDaily", "daily rain") { IsRain = true, IsDaily = true };

    /// <summary>
    /// Gets <c>flow</c>: value 1 is the stage in feet above the site's zero, value 2 the discharge in cubic feet per second.
    /// Both can be negative.
    /// </summary>
    public static HistoryParameter Flow { get; } = new("flow", "stage and flow") { IsAvailableForAustin = true };

    /// <summary>
    /// Gets <c>lakelevel</c>: value 1 is the elevation of the lake in feet above mean sea level, value 2 that of the water below the dam.
    /// </summary>
    public static HistoryParameter LakeLevel { get; } = new("lakelevel", "lake level");

    /// <summary>Gets <c>temp</c>: value 1 is the air temperature, most likely in degrees Fahrenheit; LCRA does not document the unit.</summary>
    public static HistoryParameter Temperature { get; } = new("temp", "air temperature");

    /// <summary>
    /// Gets <c>tempstats</c>: minimum, maximum and mean air temperatures, most likely in degrees Fahrenheit. The order of the values is not verified.
    /// </summary>
    public static HistoryParameter TemperatureStatistics { get; } = new("tempstats", "air temperature statistics");

    /// <summary>Gets <c>humidity</c>: value 1 is the relative humidity in percent.</summary>
    public static HistoryParameter Humidity { get; } = new("humidity", "relative humidity");

    /// <summary>Gets <c>conductivity</c>: value 1 is the conductivity of the water, most likely in microsiemens per centimeter; LCRA does not document the unit.</summary>
    public static HistoryParameter Conductivity { get; } = new("conductivity", "conductivity of the water");

    /// <summary>Gets <c>wtemp</c>: value 1 is the water temperature, most likely in degrees Celsius; LCRA does not document the unit.</summary>
    public static HistoryParameter WaterTemperature { get; } = new("wtemp", "water temperature");

    /// <summary>Gets every parameter.</summary>
    public static IReadOnlyList<HistoryParameter> All { get; } =
        [Rain, RainDaily, Flow, LakeLevel, Temperature, TemperatureStatistics, Humidity, Conductivity, WaterTemperature];

    /// <summary>Gets LCRA's key of the parameter, such as <c>rainDaily</c>.</summary>
    public string Key { get; }

    /// <summary>Gets the English name of the parameter, such as <c>daily rain</c>.</summary>
    public string Name { get; }

    internal bool IsRain { get; private init; }

    internal bool IsDaily { get; private init; }

    internal bool IsAvailableForAustin { get; private init; }

    internal Quantity QuantityOf(int place) => this switch
    {
        _ when IsRain => Quantity.Rain,
        _ when this == Flow => place == 1 ? Quantity.Stage : place == 2 ? Quantity.Discharge : Quantity.Other,
        _ when this == LakeLevel => Quantity.Elevation,
        _ when this == Temperature || this == TemperatureStatistics || this == WaterTemperature => Quantity.Temperature,
        _ => Quantity.Other,
    };

    /// <summary>Finds a parameter by its key.</summary>
    /// <param name="key">A key such as <c>rainDaily</c>, in any case; or null.</param>
    /// <param name="parameter">The parameter, or null when the key is unknown.</param>
    /// <returns>Whether the key is valid.</returns>
    public static bool TryParse(string? key, [NotNullWhen(true)] out HistoryParameter? parameter)
    {
        parameter = null;
        foreach (HistoryParameter candidate in All)
        {
            if (string.Equals(candidate.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                parameter = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the key of the parameter.</summary>
    /// <returns><see cref="Key"/>.</returns>
    public override string ToString() => Key;
}
