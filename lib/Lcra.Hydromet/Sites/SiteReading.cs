using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet;

/// <summary>What the all-sites answer says of one site. A value that is null was not in the answer, or could not be read.</summary>
public sealed class SiteReading
{
    internal SiteReading(Site site, SiteRow row)
    {
        Site = site;
        Row = row;
    }

    /// <summary>Gets the site, with its coordinates.</summary>
    public Site Site { get; }

    /// <summary>Gets when the site was read, in Central time; null when that is not known.</summary>
    public DateTimeOffset? ObservedAt => Row.ObservedAt;

    /// <summary>Gets a value indicating whether LCRA calls the reading stale, which it does after about an hour.</summary>
    public bool IsStale => Row.IsStale;

    /// <summary>Gets the height of the water over the gauge's own zero in feet; it may be negative.</summary>
    public decimal? StageFeet => Row[SiteMember.Stage].Value;

    /// <summary>Gets the discharge in cubic feet per second; it may be negative where water backs up.</summary>
    public decimal? DischargeCubicFeetPerSecond => Row[SiteMember.Flow].Value;

    /// <summary>Gets the stage in feet at which the banks are full.</summary>
    public decimal? BankfullStageFeet => Row[SiteMember.BankfullStage].Value;

    /// <summary>Gets the stage in feet at which flooding begins.</summary>
    public decimal? FloodStageFeet => Row[SiteMember.FloodStage].Value;

    /// <summary>Gets the elevation of the water above a dam in feet above mean sea level. Not comparable with a stage.</summary>
    public decimal? HeadwaterElevationFeet => Row[SiteMember.Head].Value;

    /// <summary>Gets the elevation of the water below a dam in feet above mean sea level.</summary>
    public decimal? TailwaterElevationFeet => Row[SiteMember.Tail].Value;

    /// <summary>Gets the temperature of the air in degrees Fahrenheit.</summary>
    public decimal? AirTemperatureFahrenheit => Row[SiteMember.Temperature].Value;

    /// <summary>Gets the lowest temperature of the air in degrees Fahrenheit; over what time LCRA does not say.</summary>
    public decimal? MinimumAirTemperatureFahrenheit => Row[SiteMember.MinimumTemperature].Value;

    /// <summary>Gets the highest temperature of the air in degrees Fahrenheit; over what time LCRA does not say.</summary>
    public decimal? MaximumAirTemperatureFahrenheit => Row[SiteMember.MaximumTemperature].Value;

    /// <summary>Gets the temperature of the water in degrees Celsius, unlike the air's.</summary>
    public decimal? WaterTemperatureCelsius => Row[SiteMember.WaterTemperature].Value;

    /// <summary>Gets the relative humidity in percent.</summary>
    public decimal? RelativeHumidityPercent => Row[SiteMember.RelativeHumidity].Value;

    /// <summary>Gets the station's battery in volts.</summary>
    public decimal? BatteryVolts => Row[SiteMember.BatteryVoltage].Value;

    /// <summary>Gets the National Weather Service's name of the place; two sites may share one.</summary>
    public string? NwsId => Row.NwsId;

    /// <summary>Gets a value indicating whether the site measures rain: it has a rain value, or is a rain gauge that fell silent.</summary>
    public bool MeasuresRain => Site.Kind == SiteKind.Rain || Row.HasRain;

    internal SiteRow Row { get; }
}
