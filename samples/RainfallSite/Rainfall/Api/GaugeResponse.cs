namespace RainfallSite.Rainfall.Api;

internal sealed record GaugeResponse(SiteResponse Site, IReadOnlyList<TotalResponse> Totals);
