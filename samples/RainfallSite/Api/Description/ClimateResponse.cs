using System.ComponentModel;

namespace RainfallSite.Api.Description;

/// <summary>How unusual the rain of a gauge is.</summary>
internal sealed record ClimateResponse(
    [property: Description("The gauge.")] SiteResponse Site,
    [property: Description("False when the archive lacks a part of the record, from its first day to yesterday; with status 202 it will be requested.")] bool Complete,
    [property: Description("Ranks, percent of normal, normals, extremes, the longest dry spell and suspect days, with the span of the record. The page Climate of the documentation describes each.")] object Climate);
