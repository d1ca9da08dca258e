using Lcra.Hydromet;

namespace RainfallSite.Api;

/// <summary>How unusual the rain of a gauge is.</summary>
internal sealed record ClimateBody(Site Site, bool Complete, RainfallClimateSummary Climate);
