using System.ComponentModel;

namespace RainfallSite.Api;

internal sealed record SitesResponse(
    [property: Description("The gauges: nearest first with `near`, else in the order of LCRA's feeds.")] IReadOnlyList<ListedSiteResponse> Sites);
