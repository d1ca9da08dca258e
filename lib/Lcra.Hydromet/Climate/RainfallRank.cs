using System.Globalization;
using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>The rank of a day, of consecutive days, or of a period of the calendar among all years of a record. Ties share a rank.</summary>
public sealed record RainfallRank
{
    /// <summary>Gets the kind of calendar period; null for a day or consecutive days.</summary>
    public CalendarPeriod? Period { get; init; }

    /// <summary>Gets the first day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last day. A period that is not over is compared with the same dates of the other years.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the rain in inches; null when days are missing, and then <see cref="Missing"/> says so.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets the number of days without an amount, whose rain <see cref="Inches"/> lacks.</summary>
    public int MissingDays { get; init; }

    /// <summary>Gets a value indicating whether the last day was not over: the rank can still rise.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets the rank among the wettest, 1 for the wettest; null with a reason in <see cref="Missing"/>.</summary>
    public int? Rank { get; init; }

    /// <summary>Gets the rank among the driest, 1 for the driest; null for days, and without <see cref="Rank"/>.</summary>
    public int? RankFromDriest { get; init; }

    /// <summary>Gets how many others have the same amount and share the rank.</summary>
    public int TiedCount { get; init; }

    /// <summary>
    /// Gets how many are ranked: for days the windows of that length without a missing day; for a calendar period the years, the ranked one included.
    /// </summary>
    public int Count { get; init; }

    /// <summary>Gets the first day of the record with an amount; null for a record without one.</summary>
    public DateOnly? RecordFirst { get; init; }

    /// <summary>Gets the last whole day of the record with an amount; null for a record without one.</summary>
    public DateOnly? RecordLast { get; init; }

    /// <summary>Gets the years that are left out for too many missing days, by the year in which the period ends, oldest first.</summary>
    public IReadOnlyList<int> YearsLeftOut { get; init => field = ValueList<int>.Of(value); } = ValueList<int>.Empty;

    /// <summary>Gets, for a mean of gauges, the fewest gauges that a day of the window has; null for one gauge.</summary>
    public int? MinGaugeCount { get; init; }

    /// <summary>Gets why there is no rank; null when there is one.</summary>
    public ClimateMissingReason? Missing { get; init; }

    /// <summary>Gets the number of days from first to last.</summary>
    public int DayCount => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Writes the rank as a sentence.</summary>
    /// <returns>The period, its rain, its rank and what it is ranked among, or why there is no rank.</returns>
    public override string ToString()
    {
        string name = Period is { } period ? ClimateText.Name(period, First, Last) : ClimateText.Days(First, Last);
        string amount = Inches is { } inches ? string.Create(CultureInfo.InvariantCulture, $"{inches:0.00##} in{(IsPartial ? " so far" : "")}") : "no amount";
        string lacking = MissingDays == 0 || Inches is null ? "" : $", without {ClimateText.Count(MissingDays, "missing day")}";
        string mean = MinGaugeCount is { } gauges ? $", mean of at least {ClimateText.Count(gauges, "gauge")}" : "";
        return $"{name}: {amount}{lacking}{mean}, {Place()}.";
    }

    private string Place()
    {
        if (Rank is not { } rank)
        {
            return Missing is { } reason ? $"no rank: {ClimateText.Reason(reason)}" : "no rank";
        }

        string tied = TiedCount == 0 ? "" : $", tied with {ClimateText.Count(TiedCount, "other")}";
        if (Period is not { } period)
        {
            string window = DayCount == 1 ? "day" : $"{ClimateText.Count(DayCount, "day")} in a row";
            string since = RecordFirst is { } first ? $" since {ClimateText.Day(first)}" : "";
            return $"the {ClimateText.Rank(rank, "wettest")} {window}{since}{tied} (of {ClimateText.Count(Count, DayCount == 1 ? "day" : "window")} without a missing day)";
        }

        bool driest = RankFromDriest < rank;
        string place = driest ? ClimateText.Rank(RankFromDriest!.Value, "driest") : ClimateText.Rank(rank, "wettest");
        return $"the {place}{tied} of {ClimateText.Count(Count, "year")} with data since {RecordFirst?.Year}{ClimateText.LeftOut(YearsLeftOut)}";
    }
}
