using System.ComponentModel;
using System.Text.Json;
using Lcra.Hydromet;

namespace RainfallSite.Rainfall.Api;

[Description("How much rain fell at a gauge over a period, with its window, source and age, or the reason why there is no number.")]
internal sealed record TotalResponse(
    [property: Description("The gauge.")] SiteResponse Site,
    [property: Description("The period.")] PeriodResponse Period,
    [property: Description("Inches of rain with the decimals that LCRA printed; null when there is no number, and then `missing` says why. Zero means that LCRA printed a zero.")] decimal? Inches,
    [property: Description("The same in millimetres, rounded to one decimal; null when `inches` is.")] decimal? Millimeters,
    [property: Description("Why there is no number; null when there is one. blank: LCRA left it blank. notInFeed: the gauge or the column is not in the feed. unreadable: what stands there is no amount. stale: the gauge's last number belongs to an earlier day. feedUnavailable: the feed could not be read.")] string? Missing,
    [property: Description("The beginning of the window, in Central time; null when the reading that it hangs on has no known time.")] DateTimeOffset? Start,
    [property: Description("The end of the window, in Central time; null when the reading that it hangs on has no known time.")] DateTimeOffset? End,
    [property: Description("True when the window is a calendar span that is still running.")] bool Partial,
    [property: Description("True when the edges of the window are LCRA's own and not exact.")] bool Approximate,
    [property: Description("When the gauge was read, in Central time; null when that is not known.")] DateTimeOffset? ObservedAt,
    [property: Description("Where the number comes from.")] SourceResponse Source)
{
    public static TotalResponse From(RainfallTotal total, DateTimeOffset now) => new(
        SiteResponse.From(total.Site),
        new PeriodResponse(total.Period.Key, total.Period.Name, CamelCase(total.Period.Kind.ToString())),
        total.Inches,
        total.ToMillimeters(),
        total.Missing is { } reason ? CamelCase(reason.ToString()) : null,
        total.Start,
        total.End,
        total.IsPartial,
        total.IsApproximate,
        total.ObservedAt,
        new SourceResponse(
            total.Source.Feed.Name,
            total.Source.Column,
            total.Source.ReportedAt,
            total.Source.FetchedAt,
            total.Source.IsStaleAt(now)));

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
