using Lcra.Hydromet;

namespace RainfallSite.Lakes;

/// <summary>A lake: its newest level, from the lake feed or from its dam in the all-sites response, and the storage that the lake feed has.</summary>
internal sealed class LakeRow
{
    private static readonly TimeSpan OldLevel = TimeSpan.FromDays(1);

    public LakeRow(LakeLevel level, SiteReading? dam, DateTimeOffset now)
    {
        Level = level;
        IsOfDam = dam is { HeadwaterElevationFeet: not null, ObservedAt: not null } && !(level.ElevationFeet is not null && level.ObservedAt >= dam.ObservedAt);
        ElevationFeet = IsOfDam ? dam!.HeadwaterElevationFeet : level.ElevationFeet;
        ObservedAt = IsOfDam ? dam!.ObservedAt : level.ObservedAt;
        IsOld = ObservedAt is not { } read || now - read > OldLevel;
    }

    /// <summary>Gets what the lake feed says of the lake, with its own observation time.</summary>
    public LakeLevel Level { get; }

    /// <summary>Gets the newest elevation in feet above mean sea level; null when no feed has one.</summary>
    public decimal? ElevationFeet { get; }

    /// <summary>Gets when the newest elevation was observed; null when that is unknown.</summary>
    public DateTimeOffset? ObservedAt { get; }

    /// <summary>Gets a value indicating whether the newest elevation is the headwater of the dam.</summary>
    public bool IsOfDam { get; }

    /// <summary>Gets a value indicating whether the newest elevation is more than a day old, or of unknown age.</summary>
    public bool IsOld { get; }

    public HydrometFeed Source => IsOfDam ? HydrometFeed.AllSites : HydrometFeed.LakeLevels;
}
