namespace Lcra.Hydromet.Caching.Internal;

/// <summary>What a kept history was asked for.</summary>
internal sealed record HistoryKey(SiteId Site, HistoryParameter Parameter, DateOnly First, DateOnly Last, HistoryResolution Resolution)
{
    public HydrometFeed Feed => Site.IsLcra ? HydrometFeed.History : HydrometFeed.CoaHistory;
}
