namespace Lcra.Hydromet.Caching.Internal;

/// <summary>What a cached history was requested for, and what it consists of.</summary>
internal sealed record HistoryKey(Type Record, SiteId Site, HistoryParameter Parameter, DateOnly First, DateOnly Last, HistoryResolution Resolution)
{
    public HydrometFeed Feed => Site.IsLcra ? HydrometFeed.History : HydrometFeed.CoaHistory;
}
