using System.Globalization;
using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>The rain of a calendar period to date as a percentage of its normal: the mean of the same dates over a span of years.</summary>
public sealed record RainfallNormalComparison
{
    /// <summary>Gets the kind of period.</summary>
    public required CalendarPeriod Period { get; init; }

    /// <summary>Gets the first day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last day. The normal is of the same dates.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the rain in inches; null when too many days are missing.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets the number of days without an amount, whose rain <see cref="Inches"/> lacks.</summary>
    public int MissingDays { get; init; }

    /// <summary>Gets a value indicating whether the last day was not over.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets the normal of these dates in inches, rounded to 1/10000 inch; null when the record has too few years.</summary>
    public decimal? NormalInches { get; init; }

    /// <summary>Gets the first year of the normal's span.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Gets the last year of the normal's span.</summary>
    public required int LastYear { get; init; }

    /// <summary>Gets the number of years of the span that the normal is made of.</summary>
    public required int YearCount { get; init; }

    /// <summary>Gets the years of the span that are left out for too many missing days, oldest first.</summary>
    public IReadOnlyList<int> YearsLeftOut { get; init => field = ValueList<int>.Of(value); } = ValueList<int>.Empty;

    /// <summary>Gets the rain as a percentage of the normal, to a tenth; null with a reason in <see cref="Missing"/>.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Gets why there is no percentage; null when there is one.</summary>
    public ClimateMissingReason? Missing { get; init; }

    /// <summary>Writes the comparison as a sentence.</summary>
    /// <returns>The period, its rain, the percentage and the normal with its years, or why there is no percentage.</returns>
    public override string ToString()
    {
        string amount = Inches is { } inches ? string.Create(CultureInfo.InvariantCulture, $"{inches:0.00##} in{(IsPartial ? " so far" : "")}") : "no amount";
        string lacking = MissingDays == 0 || Inches is null ? "" : $", without {ClimateText.Count(MissingDays, "missing day")}";
        string percent = Percent is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:N0} percent of normal")
            : $"no percent of normal: {(Missing is { } reason ? ClimateText.Reason(reason) : "unknown")}";
        string normal = NormalInches is { } mean
            ? string.Create(CultureInfo.InvariantCulture, $" ({mean:0.00} in, {ClimateText.Count(YearCount, "year")} of {FirstYear} to {LastYear}{ClimateText.LeftOut(YearsLeftOut)})")
            : string.Create(CultureInfo.InvariantCulture, $" ({ClimateText.Count(YearCount, "year")} of {FirstYear} to {LastYear}{ClimateText.LeftOut(YearsLeftOut)})");
        return $"{ClimateText.Name(Period, First, Last)}: {amount}{lacking}, {percent}{normal}.";
    }
}
