namespace Lcra.Hydromet;

/// <summary>One side of a <see cref="YearOverYearComparison"/>: whole local days and their rain.</summary>
public sealed record PeriodTotal
{
    /// <summary>Gets the first day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last day, which is counted.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the rain of the days in inches; null when one of them is missing. Zero means that every day was dry.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets the days that the record does not have whole, oldest first; empty when it has them all.</summary>
    public required IReadOnlyList<DateOnly> MissingDays { get; init; }

    /// <summary>Gets the number of days from first to last; a 29 February makes it one more than the other side's.</summary>
    public int DayCount => Last.DayNumber - First.DayNumber + 1;
}
