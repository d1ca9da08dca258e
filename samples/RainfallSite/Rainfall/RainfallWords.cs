using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>Totals, windows and reasons in plain English.</summary>
internal static class RainfallWords
{
    /// <summary>Names a site for an address: the bare number for one of the LCRA, <c>COA:950</c> for another's.</summary>
    public static string Key(Site site) => site.Id.IsLcra ? site.Id.Number : site.Id.ToString();

    public static string Amount(RainfallTotal total) => total.Inches is { } inches
        ? string.Create(CultureInfo.InvariantCulture, $"{inches} inches")
        : "No number";

    /// <summary>Says the amount in millimetres, no finer than the gauge measures.</summary>
    public static string Millimeters(RainfallTotal total)
    {
        decimal? millimeters = total is { Inches: { } inches, Site.TipInches: { } tip }
            ? HydrometUnits.InchesToRoundedMillimeters(inches, tip)
            : total.ToMillimeters();
        return string.Create(CultureInfo.InvariantCulture, $"{millimeters} mm");
    }

    /// <summary>Says when: <c>in the last 24 hours</c>, <c>on Thursday 1 October 2026</c>.</summary>
    public static string When(RainfallTotal total) =>
        total.Period.Kind == RainfallPeriodKind.Rolling ? $"in {total.Period.Name}"
        : IsWholeDay(total) && total.Start is { } day ? $"on {Day(day)}"
        : total.Period == RainfallPeriod.LastYear && total.Start is { } year ? $"in {year.Year}"
        : total.Period == RainfallPeriod.LastMonth && total.Start is { } month ? $"in {month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}"
        : total.Period.Name;

    public static string Window(RainfallTotal total) => Window(total, Day);

    /// <summary>Says the window in few words, for a table: the year stands there only where it changes.</summary>
    public static string ShortWindow(RainfallTotal total) => Window(
        total,
        time => time.ToString(total.Start?.Year == total.End?.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture));

    public static string Reason(MissingReason reason) => reason switch
    {
        MissingReason.Blank => "LCRA's feed leaves this blank",
        MissingReason.NotInFeed => "LCRA's feed does not have it",
        MissingReason.Unreadable => "LCRA's feed has something that is no amount of rain",
        MissingReason.Stale => "the gauge's last number belongs to an earlier day",
        _ => "LCRA's feed could not be read",
    };

    public static string Stale(RainfallSource source) => source.ReportedAt is { } reported
        ? $"LCRA's report is from {Moment(reported)}; {(source.RefreshFailed ? "a newer one could not be had" : "LCRA has published none since")}."
        : "LCRA's feed could not be read.";

    public static string Moment(DateTimeOffset time) => $"{Time(time)} on {Day(time)}";

    public static string Age(DateTimeOffset time, DateTimeOffset now) => (now - time) switch
    {
        { TotalMinutes: < 1.5 } => "just now",
        { TotalHours: < 1 } age => $"{age.TotalMinutes:0} minutes ago",
        { TotalHours: < 1.5 } => "an hour ago",
        { TotalHours: < 36 } age => $"{age.TotalHours:0} hours ago",
        var age => $"{age.TotalDays:0} days ago",
    };

    private static string Window(RainfallTotal total, Func<DateTimeOffset, string> day) => (total.Start, total.End) switch
    {
        ({ } start, { } end) when IsWholeDay(total) => $"{day(start)}, midnight to midnight{OddHours(end - start)}",
        ({ } start, { } end) when IsWholeSpan(total) => $"{day(start)} to {day(end.AddDays(-1))}",
        ({ } start, { } end) when start.Date == end.Date => $"{day(end)}, {Clock(start)} to {Time(end)}",
        ({ } start, { } end) => $"{day(start)}, {(start.Offset == end.Offset ? Clock(start) : Time(start))} to {day(end)}, {Time(end)}",
        _ => "not known, because the time of the reading is not",
    };

    private static string OddHours(TimeSpan length) =>
        length == TimeSpan.FromDays(1) ? "" : string.Create(CultureInfo.InvariantCulture, $" (the clocks changed: {length.TotalHours:0} hours)");

    private static bool IsWholeDay(RainfallTotal total) =>
        total.Period.Kind == RainfallPeriodKind.Calendar && !total.IsPartial && !IsWholeSpan(total);

    private static bool IsWholeSpan(RainfallTotal total) =>
        total.Period == RainfallPeriod.LastYear || total.Period == RainfallPeriod.LastMonth;

    private static string Day(DateTimeOffset time) => time.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => Clock(time) + (time.Offset == TimeSpan.FromHours(-5) ? " CDT" : " CST");

    private static string Clock(DateTimeOffset time) => time.TimeOfDay == TimeSpan.Zero
        ? "midnight"
        : time.ToString("h:mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? " am" : " pm");
}
