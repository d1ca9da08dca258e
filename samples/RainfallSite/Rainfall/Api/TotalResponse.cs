using System.Text.Json;
using Lcra.Hydromet;

namespace RainfallSite.Rainfall.Api;

internal sealed record TotalResponse(
    SiteResponse Site,
    PeriodResponse Period,
    decimal? Inches,
    decimal? Millimeters,
    string? Missing,
    DateTimeOffset? Start,
    DateTimeOffset? End,
    bool Partial,
    bool Approximate,
    DateTimeOffset? ObservedAt,
    SourceResponse Source)
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
