namespace Lcra.Hydromet.Sites.Internal;

/// <summary>A reading in JSON.</summary>
internal sealed record ReadingDocument
{
    public required Site Site { get; init; }

    public DateTimeOffset? ObservedAt { get; init; }

    public bool IsStale { get; init; }

    public bool MeasuresRain { get; init; }

    public string? NwsId { get; init; }

    public decimal? StageFeet { get; init; }

    public decimal? DischargeCubicFeetPerSecond { get; init; }

    public decimal? BankfullStageFeet { get; init; }

    public decimal? FloodStageFeet { get; init; }

    public decimal? HeadwaterElevationFeet { get; init; }

    public decimal? TailwaterElevationFeet { get; init; }

    public decimal? AirTemperatureFahrenheit { get; init; }

    public decimal? MinimumAirTemperatureFahrenheit { get; init; }

    public decimal? MaximumAirTemperatureFahrenheit { get; init; }

    public decimal? WaterTemperatureCelsius { get; init; }

    public decimal? RelativeHumidityPercent { get; init; }

    public decimal? BatteryVolts { get; init; }

    public SiteReading ToReading() => new(
        Site,
        SiteRow.Of(
            ObservedAt,
            IsStale,
            MeasuresRain,
            NwsId,
            (SiteMember.Temperature, AirTemperatureFahrenheit),
            (SiteMember.Stage, StageFeet),
            (SiteMember.Flow, DischargeCubicFeetPerSecond),
            (SiteMember.BankfullStage, BankfullStageFeet),
            (SiteMember.FloodStage, FloodStageFeet),
            (SiteMember.WaterTemperature, WaterTemperatureCelsius),
            (SiteMember.Head, HeadwaterElevationFeet),
            (SiteMember.Tail, TailwaterElevationFeet),
            (SiteMember.MinimumTemperature, MinimumAirTemperatureFahrenheit),
            (SiteMember.MaximumTemperature, MaximumAirTemperatureFahrenheit),
            (SiteMember.RelativeHumidity, RelativeHumidityPercent),
            (SiteMember.BatteryVoltage, BatteryVolts)));

    public static ReadingDocument Of(SiteReading reading) => new()
    {
        Site = reading.Site,
        ObservedAt = reading.ObservedAt,
        IsStale = reading.IsStale,
        MeasuresRain = reading.MeasuresRain,
        NwsId = reading.NwsId,
        StageFeet = reading.StageFeet,
        DischargeCubicFeetPerSecond = reading.DischargeCubicFeetPerSecond,
        BankfullStageFeet = reading.BankfullStageFeet,
        FloodStageFeet = reading.FloodStageFeet,
        HeadwaterElevationFeet = reading.HeadwaterElevationFeet,
        TailwaterElevationFeet = reading.TailwaterElevationFeet,
        AirTemperatureFahrenheit = reading.AirTemperatureFahrenheit,
        MinimumAirTemperatureFahrenheit = reading.MinimumAirTemperatureFahrenheit,
        MaximumAirTemperatureFahrenheit = reading.MaximumAirTemperatureFahrenheit,
        WaterTemperatureCelsius = reading.WaterTemperatureCelsius,
        RelativeHumidityPercent = reading.RelativeHumidityPercent,
        BatteryVolts = reading.BatteryVolts,
    };
}
