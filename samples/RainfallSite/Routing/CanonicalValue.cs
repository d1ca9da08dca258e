using System.Globalization;
using Lcra.Hydromet;
using RainfallSite.Files;
using RainfallSite.Formatting;

namespace RainfallSite.Routing;

/// <summary>The one spelling of a value in an address: <c>3018</c> for <c>LCRA:3018</c>, <c>1.00</c> for <c>1</c>.</summary>
internal static class CanonicalValue
{
    private static readonly string[] Words = ["name", "basin", "rain", "read", "true", "false", "in", "mm", .. FileQuery.Words];

    /// <summary>Gets the canonical spelling; the value itself when it is invalid or has only one.</summary>
    public static string Of(string parameter, string value) => parameter switch
    {
        "site" or "id" => SiteId.TryParse(value, out SiteId id) ? RainfallFormatter.Key(id) : value,
        GaugeSet.QueryKey => GaugeSet.Format(GaugeSet.Parse(value)) is { Length: > 0 } gauges ? gauges : value,
        "period" => RainfallPeriod.TryParse(value, out RainfallPeriod? period) ? period.Key : value,
        "over" => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal inches)
            ? inches.ToString("0.00##########################", CultureInfo.InvariantCulture) : value,
        "sort" or "desc" or "units" or FileQuery.FormatKey or FileQuery.StatusKey or FileQuery.PositionedKey => Array.Find(Words, word => string.Equals(word, value, StringComparison.OrdinalIgnoreCase)) ?? value,
        _ => value,
    };
}
