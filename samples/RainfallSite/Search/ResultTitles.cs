using Lcra.Hydromet;
using Microsoft.Extensions.Localization;
using RainfallSite.Formatting;
using RainfallSite.Preferences;

namespace RainfallSite.Search;

/// <summary>Titles of pages that state place and amount.</summary>
internal sealed class ResultTitles(IStringLocalizer<SearchText> text, RainfallFormatter formatter, PeriodFormatter periods)
{
    /// <summary>Formats <c>2.81 inches in the last 24 hours at Hamilton Creek near Marble Falls</c>.</summary>
    public string Of(RainfallTotal total, RainUnit unit) => text["TitleAt", formatter.Amount(total, unit), periods.When(total), total.Site.Name];

    /// <summary>Formats <c>1.20 inches since midnight near Marble Falls</c>, by the nearest gauge; a search that found no amount is named by what was typed.</summary>
    public string Of(SearchResult result, RainUnit unit) => result.Around is { IsOutOfReach: false, Nearest: [{ } nearest, ..] } around && nearest.Gauge[result.Period] is var total
        ? text["TitleNear", formatter.Amount(total, unit), periods.When(total), Name(around.Place)]
        : text["TitleList", result.Typed];

    /// <summary>Formats the title of a list, with its highest amount: <c>Rain on the map: 4.51 inches in the last 24 hours at El Campo 2 NW</c>.</summary>
    public string Of(string title, IEnumerable<RainfallTotal> totals, RainUnit unit) =>
        totals.Where(total => !total.IsIsolated).MaxBy(total => total.LowerBoundInches ?? total.Inches) is { Inches: not null } highest ? $"{title}: {Of(highest, unit)}" : title;

    /// <summary>Formats a place: <c>ZIP code 78654, Marble Falls</c>.</summary>
    public string Name(Place place) => place.ZipCode is not { } zip ? place.Key
        : place.Name.Length == 0 ? text["Zip", zip]
        : text["ZipIn", zip, place.Name];
}
