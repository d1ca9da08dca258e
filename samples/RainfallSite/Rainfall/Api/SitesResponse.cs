namespace RainfallSite.Rainfall.Api;

internal sealed record SitesResponse(IReadOnlyList<SiteResponse> Sites);
