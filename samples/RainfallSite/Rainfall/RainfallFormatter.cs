using System.Globalization;
using Lcra.Hydromet;
using Microsoft.Extensions.Localization;
using RainfallSite.Language;

namespace RainfallSite.Rainfall;

/// <summary>Amounts of rain, why they are missing and how old they are, in the reader's language; numbers are the same in every language.</summary>
internal sealed class RainfallFormatter(IStringLocalizer<FormatterText> text, IStringLocalizer<MissingReasonText> reasons, TimeFormatter times)
{
    /// <summary>Names a site for an address: the bare number for one of the LCRA, <c>COA:950</c> for another's.</summary>
    public static string Key(Site site) => site.Id.IsLcra ? site.Id.Number : site.Id.ToString();

    /// <summary>Gives the bare number in a unit; null when the amount is missing.</summary>
    public static string? Number(RainfallTotal total, RainUnit unit) =>
        (unit == RainUnit.Millimeters ? InMillimeters(total) : total.Inches)?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Says <c>2.81 inches</c>, or that there is no number.</summary>
    public string Amount(RainfallTotal total, RainUnit unit = RainUnit.Inches) => Number(total, unit) switch
    {
        { } number => text[unit.ToString(), number],
        null => text["NoNumber"],
    };

    public string Reason(MissingReason reason) => reasons[reason.ToString()];

    public string Stale(RainfallSource source) => source.ReportedAt is { } reported
        ? text[source.RefreshFailed ? "StaleRefreshFailed" : "StaleNoneSince", times.Moment(reported)]
        : text["StaleUnread"];

    private static decimal? InMillimeters(RainfallTotal total) => total is { Inches: { } inches, Site.ResolutionInches: { } tip }
        ? HydrometUnits.InchesToRoundedMillimeters(inches, tip)
        : total.ToMillimeters();
}
