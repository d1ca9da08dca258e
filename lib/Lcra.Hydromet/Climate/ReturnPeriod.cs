using System.Globalization;
using Lcra.Hydromet.Climate.Internal;

namespace Lcra.Hydromet;

/// <summary>How rare an amount is over a duration, by a table of NOAA Atlas 14. It is not an engineering statement.</summary>
public sealed record ReturnPeriod
{
    private const int MinutesOfHour = 60;
    private const int MinutesOfDay = 1440;

    /// <summary>Gets the amount in inches, as measured.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets the duration in minutes; a calendar day is 1,440.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>Gets a value indicating whether more can have fallen: a part of the window was not measured, or a longer interval has more rain.</summary>
    public bool IsLowerBound { get; init; }

    /// <summary>Gets what was compared.</summary>
    public required ReturnPeriodBasis Basis { get; init; }

    /// <summary>Gets the start of the window or of the first calendar day in Central time; null for an amount without a time.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Gets the end of the window or of the last calendar day in Central time; null for an amount without a time.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Gets the factor for calendar days by which the amount was multiplied before it was compared; 1 for a moving window.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Gets the amount that was compared, in inches.</summary>
    public decimal ComparedInches => Inches * Factor;

    /// <summary>
    /// Gets the return period in years, interpolated and rounded to two significant digits; null beyond the ends of the table, where
    /// <see cref="RarerThanYears"/> or <see cref="MoreCommonThanYears"/> says so, and with a reason in <see cref="Missing"/>.
    /// </summary>
    public decimal? Years { get; init; }

    /// <summary>Gets the longest return period of the table when the amount is above its depth; else null.</summary>
    public int? RarerThanYears { get; init; }

    /// <summary>Gets the shortest return period of the table when the amount is below its depth; else null.</summary>
    public int? MoreCommonThanYears { get; init; }

    /// <summary>
    /// Gets the probability in percent, rounded to two significant digits, that a year has as much or more; null without <see cref="Years"/>.
    /// A return period of a partial duration series is not 1 divided by it: at 2 years it is 39 percent.
    /// </summary>
    public decimal? AnnualExceedancePercent { get; init; }

    /// <summary>Gets the table.</summary>
    public required PrecipitationFrequencySource Source { get; init; }

    /// <summary>Gets why there is no return period: the table has no such duration; null when there is one.</summary>
    public ClimateMissingReason? Missing { get; init; }

    /// <summary>Writes the return period as a sentence.</summary>
    /// <returns>Amount, duration, return period, what was compared and the table.</returns>
    public override string ToString() => Describe($"; {Source}");

    /// <summary>Writes the return period without its table, which several of one table share.</summary>
    internal string WithoutSource() => Describe("");

    private string Describe(string source)
    {
        string compared = Basis == ReturnPeriodBasis.MovingWindow ? "a moving window"
            : Factor == 1 ? "calendar days, compared as they are"
            : string.Create(CultureInfo.InvariantCulture, $"{(DurationMinutes <= MinutesOfDay ? "a calendar day" : "calendar days")}, compared as {ComparedInches:0.00} in, {Factor:0.00##} times as much");
        return string.Create(CultureInfo.InvariantCulture, $"{When()}{(IsLowerBound ? "at least " : "")}{Inches:0.00##} in, {Duration()}: {Rarity()} ({compared}{source}).");
    }

    private string When() => Start is not { } start || End is not { } end ? ""
        : Basis == ReturnPeriodBasis.CalendarDays ? $"{ClimateText.Days(DateOnly.FromDateTime(start.DateTime), DateOnly.FromDateTime(end.DateTime.AddDays(-1)))}: "
        : string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd HH:mm zzz} to {end:yyyy-MM-dd HH:mm zzz}: ");

    private string Rarity() => Years is { } years ? string.Create(CultureInfo.InvariantCulture, $"a return period of about {years:0.##} {(years == 1 ? "year" : "years")}")
        : RarerThanYears is { } longest ? $"rarer than {ClimateText.Count(longest, "year")}"
        : MoreCommonThanYears is { } shortest ? $"more common than {ClimateText.Count(shortest, "year")}"
        : $"no return period: {ClimateText.Reason(Missing ?? ClimateMissingReason.NotInTable)}";

    private string Duration() => DurationMinutes % MinutesOfDay == 0 && Basis == ReturnPeriodBasis.CalendarDays ? ClimateText.Count(DurationMinutes / MinutesOfDay, "day")
        : DurationMinutes % MinutesOfHour == 0 ? ClimateText.Count(DurationMinutes / MinutesOfHour, "hour")
        : ClimateText.Count(DurationMinutes, "minute");
}
