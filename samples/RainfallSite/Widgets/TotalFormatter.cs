using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Widgets;

/// <summary>Formats a total for scripts and pictures: in English, with ISO 8601 times, the same for every reader.</summary>
internal static class TotalFormatter
{
    public static string Gauge(Site site) => $"{SingleLineText.From(site.Name)} ({SingleLineText.From(site.Id.ToString())})";

    public static string Inches(decimal inches) => inches.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats <c>2.81 inches (71.4 mm)</c>, or <c>no number, because …</c>.</summary>
    public static string Amount(RainfallTotal total) => total.Inches is { } inches
        ? string.Create(CultureInfo.InvariantCulture, $"{inches} inches ({total.ToMillimeters()} mm){Doubt(total)}")
        : $"no number, because {Reason(total.Missing)}";

    /// <summary>Formats <c>, at least 2.82 in by other totals</c> and that no gauge nearby saw the rain; empty where nothing speaks against the amount.</summary>
    public static string Doubt(RainfallTotal total) =>
        (total.LowerBoundInches is { } least ? $", at least {Inches(least)} in by other totals of this gauge" : "")
        + (total.IsIsolated ? ", isolated: 0.00 at the gauges within 15 miles" : "");

    /// <summary>Formats <c>; contradicted by contains:24_hour 2.81 in</c>, with every conflict; empty where there is none.</summary>
    public static string Conflicts(RainfallTotal total) => total.Conflicts.Count == 0
        ? ""
        : $"; contradicted by {string.Join(", ", total.Conflicts.Select(conflict => $"{conflict} {Inches(conflict.Inches)} in"))}";

    public static string Window(RainfallTotal total) => (total.Start, total.End) switch
    {
        ({ } start, { } end) => $"{Moment(start)} to {Moment(end)}{(total.IsApproximate ? " (edges not exact)" : "")}{(total.MeasuredUntil is { } until ? $", measured until {Moment(until)}" : "")}",
        _ => "window not known, because the time of the reading is not",
    };

    public static string Source(RainfallSource source) => source.ReportedAt is { } reported
        ? $"{source.Feed.Name}{(source.Column is { } column ? $" column \"{SingleLineText.From(column)}\"" : "")} reported {Moment(reported)}"
        : $"{source.Feed.Name} could not be read";

    /// <summary>Describes why a total is missing.</summary>
    public static string Reason(MissingReason? reason) => reason switch
    {
        MissingReason.Blank => "LCRA left it blank",
        MissingReason.NotInFeed => "it is not in LCRA's feed",
        MissingReason.Unreadable => "what LCRA printed is not an amount",
        MissingReason.Stale => "the last number belongs to an earlier day",
        _ => "LCRA's feed could not be read",
    };

    public static string Moment(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
