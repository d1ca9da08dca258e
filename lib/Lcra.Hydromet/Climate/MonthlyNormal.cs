using System.Globalization;
using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>The normal rain of a calendar month: the mean over a span of years.</summary>
public sealed record MonthlyNormal
{
    /// <summary>Gets the month, 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>Gets the mean in inches, rounded to 1/10000 inch; null when the record has too few years, and then <see cref="Missing"/> says so.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets the median in inches; null without a mean. In a dry month it is far below the mean.</summary>
    public decimal? MedianInches { get; init; }

    /// <summary>Gets the first year of the span.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Gets the last year of the span.</summary>
    public required int LastYear { get; init; }

    /// <summary>Gets the number of years of the span that the mean is made of.</summary>
    public required int YearCount { get; init; }

    /// <summary>Gets the years of the span that are left out for too many missing days, oldest first.</summary>
    public IReadOnlyList<int> YearsLeftOut { get; init => field = ValueList<int>.Of(value); } = ValueList<int>.Empty;

    /// <summary>Gets why there is no normal; null when there is one.</summary>
    public ClimateMissingReason? Missing { get; init; }

    /// <summary>Writes the normal on one line.</summary>
    /// <returns>Month, mean, median and years, or why there is no normal.</returns>
    public override string ToString()
    {
        string month = Month is >= 1 and <= 12 ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Month) : Month.ToString(CultureInfo.InvariantCulture);
        string amount = Inches is { } inches
            ? string.Create(CultureInfo.InvariantCulture, $"{inches:0.00} in, median {MedianInches:0.00} in")
            : $"no normal: {(Missing is { } reason ? ClimateText.Reason(reason) : "unknown")}";
        return string.Create(CultureInfo.InvariantCulture, $"{month}: {amount} ({ClimateText.Count(YearCount, "year")} of {FirstYear} to {LastYear}{ClimateText.LeftOut(YearsLeftOut)})");
    }
}
