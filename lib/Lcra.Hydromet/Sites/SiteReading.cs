using System.Globalization;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet;

/// <summary>One site of the all-sites response. A null value is absent from the response or not valid.</summary>
[JsonConverter(typeof(SiteReadingJsonConverter))]
public sealed class SiteReading
{
    internal SiteReading(Site site, SiteRow row)
    {
        Site = site;
        Row = row;
    }

    /// <summary>Gets the site, with its coordinates.</summary>
    public Site Site { get; }

    /// <summary>Gets when the site was read, in Central time; null when that is unknown.</summary>
    public DateTimeOffset? ObservedAt => Row.ObservedAt;

    /// <summary>Gets a value indicating whether LCRA marks the reading as stale, which it does after about an hour.</summary>
    public bool IsStale => Row.IsStale;

    /// <summary>Gets the stage: the height of the water above the gauge's zero in feet; it can be negative.</summary>
    public decimal? StageFeet => Row[SiteMember.Stage].Value;

    /// <summary>Gets the discharge in cubic feet per second; it is negative where water flows back.</summary>
    public decimal? DischargeCubicFeetPerSecond => Row[SiteMember.Flow].Value;

    /// <summary>Gets the bankfull stage in feet.</summary>
    public decimal? BankfullStageFeet => Row[SiteMember.BankfullStage].Value;

    /// <summary>Gets the flood stage in feet.</summary>
    public decimal? FloodStageFeet => Row[SiteMember.FloodStage].Value;

    /// <summary>Gets the headwater elevation, above a dam, in feet above mean sea level. It is not comparable with a stage.</summary>
    public decimal? HeadwaterElevationFeet => Row[SiteMember.Head].Value;

    /// <summary>Gets the tailwater elevation, below a dam, in feet above mean sea level.</summary>
    public decimal? TailwaterElevationFeet => Row[SiteMember.Tail].Value;

    /// <summary>Gets the air temperature in degrees Fahrenheit.</summary>
    public decimal? AirTemperatureFahrenheit => Row[SiteMember.Temperature].Value;

    /// <summary>Gets the minimum air temperature in degrees Fahrenheit; LCRA does not document the period.</summary>
    public decimal? MinimumAirTemperatureFahrenheit => Row[SiteMember.MinimumTemperature].Value;

    /// <summary>Gets the maximum air temperature in degrees Fahrenheit; LCRA does not document the period.</summary>
    public decimal? MaximumAirTemperatureFahrenheit => Row[SiteMember.MaximumTemperature].Value;

    /// <summary>Gets the water temperature in degrees Celsius (the air temperature is in Fahrenheit).</summary>
    public decimal? WaterTemperatureCelsius => Row[SiteMember.WaterTemperature].Value;

    /// <summary>Gets the relative humidity in percent.</summary>
    public decimal? RelativeHumidityPercent => Row[SiteMember.RelativeHumidity].Value;

    /// <summary>Gets the battery voltage of the station.</summary>
    public decimal? BatteryVolts => Row[SiteMember.BatteryVoltage].Value;

    /// <summary>Gets the National Weather Service's identifier of the location; two sites can share one.</summary>
    public string? NwsId => Row.NwsId;

    /// <summary>Gets a value indicating whether the site measures rain: it has a rain value, or is a silent rain gauge.</summary>
    public bool MeasuresRain => Site.Kind == SiteKind.Rain || Row.HasRain;

    internal SiteRow Row { get; }

    /// <summary>Writes the site, its stage and its discharge on one line.</summary>
    /// <returns>Site, observation time, feet and cubic feet per second.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site}{(ObservedAt is null ? "" : ", read ")}{ObservedAt:yyyy-MM-dd HH:mm zzz}{(StageFeet is null ? "" : ", stage ")}{StageFeet}{(StageFeet is null ? "" : " ft")}{(DischargeCubicFeetPerSecond is null ? "" : ", discharge ")}{DischargeCubicFeetPerSecond}{(DischargeCubicFeetPerSecond is null ? "" : " cubic ft/s")}{(IsStale ? ", stale" : "")}");
}
