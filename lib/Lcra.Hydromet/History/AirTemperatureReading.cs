using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>One reading of the air temperature, from LCRA's history (<c>temp</c>).</summary>
public readonly record struct AirTemperatureReading
{
    /// <summary>Gets when the site was read, in Central time.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Gets the temperature, most likely in degrees Fahrenheit (LCRA does not document the unit); null when there is none.</summary>
    public decimal? Fahrenheit { get; init; }

    /// <summary>Writes the reading on one line.</summary>
    /// <returns>Time and values with their units.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ObservedAt:yyyy-MM-dd HH:mm zzz}: {Fahrenheit} °F");
}
