using System.ComponentModel;
using System.Text.Json;
using Lcra.Hydromet;
using RainfallSite.Api.Description;

namespace RainfallSite.Api;

[Description("A gauge in the list of sites.")]
internal sealed record ListedSiteResponse(
    [property: Description("Agency and number, such as LCRA:3018. Names the gauge in every route.")] string Id,
    [property: Description("The agency that runs the gauge, such as LCRA, COA (City of Austin) or USGS.")] string Agency,
    [property: Description("The agency's number. It is text: it may have leading zeros.")] string Number,
    [property: Description("The name in the feed, as plain text.")] string Name,
    [property: Description("The river basin that LCRA's Rain5Day.csv names; null when it names none.")] string? Basin,
    [property: Description("Degrees north; null when LCRA's list of sites has no coordinates.")] decimal? Latitude,
    [property: Description("Degrees east, so negative in Texas; null when the coordinates are unknown.")] decimal? Longitude,
    [property: Description(SiteResponse.KindDescription)] string Kind,
    [property: Description("Whether the gauge was observed within the hour before the report. If not, its amounts are old.")] bool Reporting,
    [property: Description("The distance from the place in `near`, in miles of 1609.344 m, as the crow flies; null without `near`.")] decimal? DistanceMiles,
    [property: Description("The distance from the place in `near`, in kilometers, as the crow flies; null without `near`.")] decimal? DistanceKilometers,
    [property: Description("The direction from the place in `near` to the gauge in degrees, 0 is north and 90 east; null without `near`.")] int? BearingDegrees)
{
    private const decimal KilometersPerMile = 1.609344m;

    public static ListedSiteResponse From(RainfallGauge gauge) => From(gauge, near: null);

    public static ListedSiteResponse From(NearbyGauge near) => From(near.Gauge, near);

    private static ListedSiteResponse From(RainfallGauge gauge, NearbyGauge? near) => new(
        gauge.Site.Id.ToString(),
        gauge.Site.Id.Agency,
        gauge.Site.Id.Number,
        gauge.Site.Name,
        gauge.Site.Basin,
        gauge.Site.Latitude,
        gauge.Site.Longitude,
        JsonNamingPolicy.CamelCase.ConvertName(gauge.Site.Kind.ToString()),
        gauge.IsReporting,
        Round(near?.DistanceKilometers / KilometersPerMile),
        Round(near?.DistanceKilometers),
        near?.BearingDegrees);

    private static decimal? Round(decimal? distance) =>
        distance is { } value ? decimal.Round(value, 2, MidpointRounding.AwayFromZero) : null;
}
