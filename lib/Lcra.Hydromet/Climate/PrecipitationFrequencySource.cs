using System.Globalization;
using Lcra.Hydromet.Climate.Internal;

namespace Lcra.Hydromet;

/// <summary>Which table of NOAA Atlas 14 a return period is from. Versions change over the years.</summary>
public sealed record PrecipitationFrequencySource
{
    /// <summary>Gets the volume of NOAA Atlas 14, as the file states it; 11 is Texas.</summary>
    public required int Volume { get; init; }

    /// <summary>Gets the version of the volume.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the series.</summary>
    public required PrecipitationFrequencySeries Series { get; init; }

    /// <summary>Gets the unit of the file. Results are in inches.</summary>
    public required PrecipitationUnit Unit { get; init; }

    /// <summary>Gets the place of the file, such as <c>Irving, Texas, USA</c>; null when the file names none. It is text from a file: encode it before you show it.</summary>
    public string? Place { get; init; }

    /// <summary>Gets the coordinates of the place; null when the file has none.</summary>
    public Coordinates? Point { get; init; }

    /// <summary>Gets when the server made the file; null when its date is unreadable.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Writes the source on one line.</summary>
    /// <returns>Volume, version, series, unit, place and date.</returns>
    public override string ToString()
    {
        string series = Series == PrecipitationFrequencySeries.PartialDuration ? "partial duration series" : "annual maximum series";
        string place = Place ?? (Point is { } point ? $"{point}" : "place unknown");
        string made = MadeAt is { } at ? $"downloaded {ClimateText.Day(DateOnly.FromDateTime(at.UtcDateTime))}" : "date unknown";
        return string.Create(CultureInfo.InvariantCulture, $"NOAA Atlas 14 Volume {Volume} Version {Version}, {series} in {(Unit == PrecipitationUnit.Inches ? "inches" : "millimeters")}, {place}, {made}");
    }
}
