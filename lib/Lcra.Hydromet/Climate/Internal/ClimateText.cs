using System.Globalization;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Climate.Internal;

/// <summary>Names of periods and ranks in words.</summary>
internal static class ClimateText
{
    private static readonly string[] Seasons = ["winter", "spring", "summer", "fall"];

    /// <summary>Formats a day, such as October 1, 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>Formats the days of a window, such as June 26 to June 28, 2007.</summary>
    public static string Days(DateOnly first, DateOnly last) => first == last ? Day(first)
        : first.Year == last.Year ? string.Create(CultureInfo.InvariantCulture, $"{first:MMMM d} to {last:MMMM d, yyyy}")
        : $"{Day(first)} to {Day(last)}";

    /// <summary>Names a period of the calendar, such as fall 2026, and until when it counts when it is not over.</summary>
    public static string Name(CalendarPeriod period, DateOnly first, DateOnly last)
    {
        (DateOnly start, DateOnly end) = CalendarSpans.Of(period, first);
        string name = period switch
        {
            CalendarPeriod.Month => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            CalendarPeriod.Season when start.Year != end.Year => string.Create(CultureInfo.InvariantCulture, $"winter {start.Year}-{end.Year % 100:00}"),
            CalendarPeriod.Season => string.Create(CultureInfo.InvariantCulture, $"{Seasons[start.Month / 3]} {start.Year}"),
            CalendarPeriod.WaterYear => string.Create(CultureInfo.InvariantCulture, $"water year {end.Year}"),
            _ => start.Year.ToString(CultureInfo.InvariantCulture),
        };
        return last >= end ? name : $"{name} through {Day(last)}";
    }

    /// <summary>Names what a period is compared with, such as October, winter, year.</summary>
    public static string Kind(CalendarPeriod period, DateOnly first) => period switch
    {
        CalendarPeriod.Month => first.ToString("MMMM", CultureInfo.InvariantCulture),
        CalendarPeriod.Season => Seasons[first.Month % 12 / 3],
        CalendarPeriod.WaterYear => "water year",
        _ => "year",
    };

    /// <summary>Formats a rank, such as wettest, 2nd wettest, 11th driest.</summary>
    public static string Rank(int rank, string superlative) => rank == 1 ? superlative : string.Create(CultureInfo.InvariantCulture, $"{rank}{Suffix(rank)} {superlative}");

    /// <summary>Formats an amount of things, such as 1 year or 2 years.</summary>
    public static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>Formats years, such as 2002 and 2025.</summary>
    public static string Years(IReadOnlyList<int> years) => years.Count <= 1
        ? string.Concat(years.Select(year => year.ToString(CultureInfo.InvariantCulture)))
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", years.SkipLast(1).Select(year => year.ToString(CultureInfo.InvariantCulture)))} and {years[^1]}");

    /// <summary>Formats which years were left out, as the end of a sentence; empty when none was.</summary>
    public static string LeftOut(IReadOnlyList<int> years) => years.Count == 0 ? "" : $"; {Years(years)} left out for missing days";

    /// <summary>Says why there is no result.</summary>
    public static string Reason(ClimateMissingReason reason) => reason switch
    {
        ClimateMissingReason.MissingDays => "days are missing",
        ClimateMissingReason.SuspectDay => "a day is suspect",
        ClimateMissingReason.RecordTooShort => "the record is too short",
        ClimateMissingReason.NoRain => "no rain",
        ClimateMissingReason.ZeroNormal => "the normal is zero",
        _ => "the table has no such duration",
    };

    private static string Suffix(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
}
