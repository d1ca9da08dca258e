using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>The level of one of the Highland Lakes.</summary>
public sealed record LakeLevel
{
    /// <summary>Gets the site, which is the lake's dam with the name of the lake.</summary>
    public required Site Site { get; init; }

    /// <summary>Gets when the level was read, in Central time; null when that is unknown.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Gets the elevation of the water in feet above mean sea level; null when it is missing.</summary>
    public decimal? ElevationFeet { get; init; }

    /// <summary>Gets the elevation at the last local midnight in feet above mean sea level; null when it is missing.</summary>
    public decimal? MidnightElevationFeet { get; init; }

    /// <summary>Gets the water stored in acre-feet; null for the lakes with a constant level (Inks, LBJ, Marble Falls, Austin).</summary>
    public decimal? StorageAcreFeet { get; init; }

    /// <summary>
    /// Gets the used share of the lake's conservation storage, in percent; null for the lakes with a constant level.
    /// It is at most 100 and does not show a flood.
    /// </summary>
    public decimal? PercentFull { get; init; }

    /// <summary>Writes the level on one line.</summary>
    /// <returns>Lake, elevation in feet and observation time.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site.Id} {Site.Name}: {(ElevationFeet is null ? "no elevation" : "")}{ElevationFeet}{(ElevationFeet is null ? "" : " ft above mean sea level")}{(ObservedAt is null ? "" : ", read ")}{ObservedAt:yyyy-MM-dd HH:mm zzz}");
}
