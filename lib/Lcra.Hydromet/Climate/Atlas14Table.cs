using System.Text;
using Lcra.Hydromet.Climate.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// A table of NOAA Atlas 14 for one point: how much rain falls over a duration once in so many years. It is the CSV file of NOAA's
/// Precipitation Frequency Data Server for precipitation depths.
/// </summary>
/// <remarks>
/// <para>Between return periods, the depth is interpolated against the logarithm of the return period; between durations, its logarithm
/// against that of the duration. Nothing is extrapolated: an amount beyond the table is rarer or more common than its last column.</para>
/// <para>The estimates are for any window of a duration, and the largest calendar day is about an eighth less than the largest 24
/// hours. A daily total is compared after it is multiplied (<see cref="ReturnPeriodBasis.CalendarDays"/>).</para>
/// </remarks>
/// <example>
/// <code>
/// Atlas14Table table = await Atlas14Table.ReadAsync(file);
/// Console.WriteLine(table.ReturnPeriodOfDays(inches: 4.36m, days: 1));
/// </code>
/// </example>
public sealed class Atlas14Table
{
    /// <summary>The maximum length of a file in characters. Files of the server have about 5,000.</summary>
    public const int MaxCharacters = 1_000_000;

    private const decimal DayFactor = 1.13m;
    private const decimal TwoDaysFactor = 1.04m;

    // Windows of a few steps of 15 minutes are cut by the steps as calendar days are by midnight.
    private static readonly TimeSpan ShortestOfSeries = TimeSpan.FromHours(1);

    private readonly FrequencyTables _tables;

    private Atlas14Table(FrequencyTables tables) => _tables = tables;

    /// <summary>Gets the volume, version, series, unit, place and date of the file.</summary>
    public PrecipitationFrequencySource Source => _tables.Source;

    /// <summary>Gets the durations, shortest first.</summary>
    public IReadOnlyList<TimeSpan> Durations => _tables.Durations;

    /// <summary>Gets the return periods in years, shortest first.</summary>
    public IReadOnlyList<int> ReturnPeriods => _tables.Years;

    /// <summary>Gets a value indicating whether the file has the bounds of the 90 percent confidence interval.</summary>
    public bool HasBounds => _tables.HasBounds;

    /// <summary>Reads the CSV file of the Precipitation Frequency Data Server.</summary>
    /// <param name="text">The text of the file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="HydrometFormatException">
    /// The file has intensities, says that the point is outside the project areas, is cut short, or is not such a table; the message says
    /// what to do, and <see cref="HydrometFormatException.Line"/> where.
    /// </exception>
    public static Atlas14Table Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Atlas14Table(new Atlas14Reader(text).Read());
    }

    /// <summary>Reads the CSV file of the Precipitation Frequency Data Server.</summary>
    /// <param name="file">The file, in UTF-8. It stays open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The table.</returns>
    /// <inheritdoc cref="Parse" path="/exception"/>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    public static async Task<Atlas14Table> ReadAsync(Stream file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        char[] buffer = new char[MaxCharacters + 1];
        using StreamReader reader = new(file, Encoding.UTF8, leaveOpen: true);
        int read = await reader.ReadBlockAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
        return Parse(new string(buffer, 0, read));
    }

    /// <summary>Gets a depth of the table.</summary>
    /// <param name="duration">A duration of <see cref="Durations"/>.</param>
    /// <param name="years">A return period of <see cref="ReturnPeriods"/>.</param>
    /// <param name="bound">The estimate or a bound.</param>
    /// <returns>The depth in inches; null when the table has no such duration, return period or bound.</returns>
    public decimal? DepthInches(TimeSpan duration, int years, PrecipitationFrequencyBound bound = PrecipitationFrequencyBound.Estimate) =>
        _tables.Depth(duration, years, bound);

    /// <summary>Finds how rare an amount is that fell in a window of a duration, such as the largest 24 hours of a storm.</summary>
    /// <param name="inches">The amount in inches. It is not a calendar day's: use <see cref="ReturnPeriodOfDays"/> for those.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>The return period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, or the duration is not above zero.</exception>
    public ReturnPeriod ReturnPeriodOf(decimal inches, TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return Find(inches, duration, ReturnPeriodBasis.MovingWindow, factor: 1);
    }

    /// <summary>Finds how rare an amount of calendar days is.</summary>
    /// <param name="inches">The amount in inches.</param>
    /// <param name="days">The number of calendar days.</param>
    /// <returns>The return period of the amount multiplied by 1.13 for one day, 1.04 for two days, and 1 for more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, or the number of days is below 1 or above 366.</exception>
    public ReturnPeriod ReturnPeriodOfDays(decimal inches, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 366);
        return Find(inches, TimeSpan.FromDays(days), ReturnPeriodBasis.CalendarDays, days switch { 1 => DayFactor, 2 => TwoDaysFactor, _ => 1 });
    }

    /// <summary>Finds how rare the largest window of a series is. Daily totals are compared as calendar days.</summary>
    /// <param name="series">The series.</param>
    /// <param name="duration">The duration of the window; for daily totals a number of whole days.</param>
    /// <returns>The return period with the window; null when the series has no window of that duration.</returns>
    /// <exception cref="ArgumentException">The duration is not above zero, or not a number of whole days for daily totals.</exception>
    public ReturnPeriod? ReturnPeriodOf(RainfallSeries series, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.MaximumDepth(duration) is not { Inches: { } inches } window)
        {
            return null;
        }

        ReturnPeriod found = series.IsDaily ? ReturnPeriodOfDays(inches, duration.Days) : ReturnPeriodOf(inches, duration);
        return found with { Start = window.Start, End = window.End, IsLowerBound = window is { Coverage: < 1 } or { LargerOmittedInches: not null } };
    }

    /// <summary>Finds how rare the largest windows of a series are, for each duration of the table from an hour on: of a storm, one of them is the rarest.</summary>
    /// <param name="series">The series, such as the last week in steps of 15 minutes. Of daily totals, durations of whole days are compared.</param>
    /// <returns>The return periods, shortest duration first; without those for which the series is too short.</returns>
    public IReadOnlyList<ReturnPeriod> ReturnPeriodsOf(RainfallSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return
        [
            .. Durations
                .Where(duration => series.IsDaily ? duration.Ticks % TimeSpan.TicksPerDay == 0 : duration >= ShortestOfSeries)
                .Select(duration => ReturnPeriodOf(series, duration))
                .OfType<ReturnPeriod>(),
        ];
    }

    private ReturnPeriod Find(decimal inches, TimeSpan duration, ReturnPeriodBasis basis, decimal factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inches);
        ReturnPeriod empty = new() { Inches = inches, DurationMinutes = (int)duration.TotalMinutes, Basis = basis, Factor = factor, Source = Source };
        return _tables.Find(inches * factor, duration) switch
        {
            null => empty with { Missing = ClimateMissingReason.NotInTable },
            { IsRarer: true } => empty with { RarerThanYears = ReturnPeriods[^1] },
            { IsMoreCommon: true } => empty with { MoreCommonThanYears = ReturnPeriods[0] },
            { Years: var years } => empty with { Years = SignificantDigits.Two(years), AnnualExceedancePercent = SignificantDigits.Two(ExceedancePercent(years)) },
        };
    }

    private double ExceedancePercent(double years) =>
        100 * (Source.Series == PrecipitationFrequencySeries.PartialDuration ? 1 - Math.Exp(-1 / years) : 1 / years);
}
