using System.ComponentModel;

namespace RainfallSite.Api.Description;

/// <summary>The daily rain of a gauge.</summary>
internal sealed record DailyRainfallResponse(
    [property: Description("The gauge.")] SiteResponse Site,
    [property: Description("The first requested day, in Central time.")] DateOnly From,
    [property: Description("The last requested day, included.")] DateOnly To,
    [property: Description("False when the archive lacks a part of the days; with status 202 it will be requested.")] bool Complete,
    [property: Description("The days with a record, oldest first. A day that is absent or has no amount is missing, not dry.")] IReadOnlyList<DayResponse> Days);
