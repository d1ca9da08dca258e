namespace Lcra.Hydromet.Identity.Internal;

/// <summary>A site in the API form.</summary>
internal sealed record SiteDocument(
    SiteId Id, string Agency, string Number, string Name, string? Basin, decimal? Latitude = null, decimal? Longitude = null, SiteKind Kind = SiteKind.Unknown);
