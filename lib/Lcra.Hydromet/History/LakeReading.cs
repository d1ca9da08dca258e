using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>One reading at a dam, from LCRA's history (<c>lakelevel</c>).</summary>
public readonly record struct LakeReading
{
    /// <summary>Gets when the site was read, in Central time.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Gets the headwater elevation, which is the level of the lake, in feet above mean sea level; null when there is none.</summary>
    public decimal? HeadwaterElevationFeet { get; init; }

    /// <summary>Gets the tailwater elevation, below the dam, in feet above mean sea level; null when there is none.</summary>
    public decimal? TailwaterElevationFeet { get; init; }

    /// <summary>Writes the reading on one line.</summary>
    /// <returns>Time and values with their units.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ObservedAt:yyyy-MM-dd HH:mm zzz}: headwater {HeadwaterElevationFeet} ft, tailwater {TailwaterElevationFeet} ft above mean sea level");
}
