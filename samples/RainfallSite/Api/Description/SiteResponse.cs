using System.ComponentModel;

namespace RainfallSite.Api.Description;

[Description("A place with a rain gauge.")]
internal sealed record SiteResponse(
    [property: Description("Agency and number, such as LCRA:3018. Names the gauge in every route.")] string Id,
    [property: Description("The agency that runs the gauge, such as LCRA, COA (City of Austin) or USGS.")] string Agency,
    [property: Description("The agency's number. It is text: it may have leading zeros.")] string Number,
    [property: Description("The name in the feed, as plain text.")] string Name,
    [property: Description("The river basin that LCRA's Rain5Day.csv names; null when it names none.")] string? Basin,
    [property: Description("Degrees north; null when LCRA's list of sites has no coordinates.")] decimal? Latitude,
    [property: Description("Degrees east, so negative in Texas; null when the coordinates are unknown.")] decimal? Longitude,
    [property: Description(SiteResponse.KindDescription)] string Kind)
{
    public const string KindDescription = "What the place mainly measures: rain, river, lake, dam, waterQuality, weather, or unknown.";
}
