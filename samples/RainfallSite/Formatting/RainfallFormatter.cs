using System.Globalization;
using Lcra.Hydromet;
using Microsoft.Extensions.Localization;
using RainfallSite.Language;
using RainfallSite.Preferences;

namespace RainfallSite.Formatting;

/// <summary>Formats amounts of rain, missing reasons and ages in the reader's language; numbers are the same in every language.</summary>
internal sealed class RainfallFormatter(IStringLocalizer<FormatterText> text, IStringLocalizer<MissingReasonText> reasons, TimeFormatter times)
{
    /// <summary>Gets a site's key for an address: the bare number of an LCRA gauge, <c>COA:950</c> for another agency.</summary>
    public static string Key(Site site) => Key(site.Id);

    /// <summary>Gets a site's key for an address.</summary>
    public static string Key(SiteId id) => id.IsLcra ? id.Number : id.ToString();

    /// <summary>Formats the bare number in a unit; null when the amount is missing.</summary>
    public static string? Number(RainfallTotal total, RainUnit unit) =>
        (unit == RainUnit.Millimeters ? total.ToMillimeters() : total.Inches)?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats <c>2.81 inches</c>, or says that there is no amount.</summary>
    public string Amount(RainfallTotal total, RainUnit unit = RainUnit.Inches) => Number(total, unit) switch
    {
        { } number => text[unit.ToString(), number],
        null => text["NoNumber"],
    };

    /// <summary>Formats what other totals prove, such as <c>2.82 inches</c>; null where they don't contradict the amount from below.</summary>
    public string? Bound(RainfallTotal total, RainUnit unit) => total.LowerBoundInches is { } least
        ? Amount(total with { Inches = least }, unit)
        : null;

    /// <summary>Tells whether a total is more than the totals that make up its window. Such a total needs a mark; one that only lies in another's window does not, because the other has it.</summary>
    public static bool ExceedsParts(RainfallTotal total) => total.LowerBoundInches is null && total.Conflicts.Any(conflict => conflict.Period is null);

    /// <summary>Tells whether a total needs a mark: a bound, a contradiction, or isolated rain.</summary>
    public static bool IsMarked(RainfallTotal total) => total.LowerBoundInches is not null || total.IsIsolated || ExceedsParts(total);

    public string Reason(MissingReason reason) => reasons[reason.ToString()];

    public string Stale(RainfallSource source) => source.ReportedAt is { } reported
        ? text[source.RefreshFailed ? "StaleRefreshFailed" : "StaleNoneSince", times.Moment(reported)]
        : text["StaleUnread"];
}
