using Lcra.Hydromet;

namespace RainfallSite.Api;

/// <summary>The rain of a gauge in any window.</summary>
internal sealed record WindowBody(Site Site, bool Complete, SeriesTotal Total);
