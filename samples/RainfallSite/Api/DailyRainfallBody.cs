using Lcra.Hydromet;

namespace RainfallSite.Api;

/// <summary>The daily rain of a gauge.</summary>
internal sealed record DailyRainfallBody(Site Site, DateOnly From, DateOnly To, bool Complete, IReadOnlyList<DailyRainfall> Days);
