using System.ComponentModel;
using Lcra.Hydromet;

namespace RainfallSite.Api;

/// <summary>The rain of a gauge in any window.</summary>
internal sealed record WindowResponse(
    [property: Description("The gauge.")] Site Site,
    [property: Description("False when the archive lacks a part of the window; with status 202 it will be requested.")] bool Complete,
    [property: Description("The amount with its window, coverage and gaps; `inches` is null with a reason when nothing was measured.")] SeriesTotal Total);
