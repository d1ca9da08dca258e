using Lcra.Hydromet;

namespace RainfallSite.Rainfall.Api;

internal sealed record SiteResponse(string Id, string Agency, string Number, string Name, string? Basin, decimal? Latitude, decimal? Longitude)
{
    public static SiteResponse From(Site site) => new(site.Id.ToString(), site.Id.Agency, site.Id.Number, site.Name, site.Basin, site.Latitude, site.Longitude);
}
