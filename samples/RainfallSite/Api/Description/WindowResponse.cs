using System.ComponentModel;

namespace RainfallSite.Api.Description;

/// <summary>The rain of a gauge in any window.</summary>
internal sealed record WindowResponse(
    [property: Description("The gauge.")] SiteResponse Site,
    [property: Description("False when the archive lacks a part of the window; with status 202 it will be requested.")] bool Complete,
    [property: Description("The amount with its window, coverage and gaps.")] SeriesTotalResponse Total);
