using System.Globalization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>One side of a <see cref="YearOverYearComparison"/>: whole local days and their rain.</summary>
public sealed record PeriodTotal
{
    /// <summary>Gets the first day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last day, inclusive.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the rain of the days in inches; null when one of them is missing. Zero means that every day was dry.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets the missing and partial days, oldest first; empty when the record is complete.</summary>
    public required IReadOnlyList<DateOnly> MissingDays { get; init => field = ValueList<DateOnly>.Of(value); }

    /// <summary>Gets the number of days from first to last; February 29 makes it one more than the other side's.</summary>
    public int DayCount => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Writes the total on one line.</summary>
    /// <returns>Days and inches, or how many days are missing.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd} to {Last:yyyy-MM-dd}: {(Inches is null ? "no amount" : "")}{Inches}{(Inches is null ? "" : " in")}{(MissingDays.Count == 0 ? "" : FormattableString.Invariant($", {MissingDays.Count} missing days"))}");
}
