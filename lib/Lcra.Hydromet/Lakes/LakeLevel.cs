namespace Lcra.Hydromet;

/// <summary>The level of one of the Highland Lakes.</summary>
public sealed record LakeLevel
{
    /// <summary>Gets the site: the dam that holds the lake. Its name is the lake's.</summary>
    public required Site Site { get; init; }

    /// <summary>Gets when the level was read, in Central time; null when that is not known.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Gets the elevation of the water in feet above mean sea level; null when the feed has none.</summary>
    public decimal? ElevationFeet { get; init; }

    /// <summary>Gets the elevation at the last local midnight in feet above mean sea level; null when the feed has none.</summary>
    public decimal? MidnightElevationFeet { get; init; }

    /// <summary>Gets the water stored in acre-feet; null for the lakes that are kept at one level (Inks, LBJ, Marble Falls, Austin).</summary>
    public decimal? StorageAcreFeet { get; init; }

    /// <summary>
    /// Gets how full the lake's conservation storage is, in percent; null for the lakes that are kept at one level.
    /// It stops at 100 and says nothing about a flood.
    /// </summary>
    public decimal? PercentFull { get; init; }
}
