using System.ComponentModel;

namespace RainfallSite.Api.Description;

internal sealed record GaugeResponse(
    [property: Description("The gauge.")] SiteResponse Site,
    [property: Description("Its total for every period. The periods overlap: never add one to another.")] IReadOnlyList<TotalResponse> Totals);
