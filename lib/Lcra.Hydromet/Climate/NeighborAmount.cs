using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>What a neighboring gauge measured around a day.</summary>
public sealed record NeighborAmount
{
    /// <summary>Gets the neighboring gauge.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets its distance in kilometers, to a tenth.</summary>
    public required decimal DistanceKilometers { get; init; }

    /// <summary>Gets its rain of the day in inches.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets its largest amount of the day before, the day and the day after, in inches; a missing day does not count.</summary>
    public required decimal LargestInches { get; init; }

    /// <summary>Writes the neighbor on one line.</summary>
    /// <returns>Gauge, distance and amounts.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Site}, {DistanceKilometers} km away: {Inches} in, {LargestInches} in at most with the days before and after");
}
