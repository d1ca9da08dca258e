using System.Globalization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>One day of several gauges, as a row of a wide table.</summary>
public sealed record DailyRainfallRow
{
    /// <summary>Gets the local day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the amount of each gauge in inches; null when it is missing, and for a day that was not over when it was read.</summary>
    public required IReadOnlyList<decimal?> Inches { get; init => field = ValueList<decimal?>.Of(value); }

    /// <summary>
    /// Makes the rows of all days from the first to the last. The amount of a day that was not over is left out: a row has no place to say that it is
    /// only so far, as <see cref="ExportTables.Daily"/> does.
    /// </summary>
    /// <param name="gauges">The days of each gauge.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included.</param>
    /// <returns>A row for each day.</returns>
    public static IEnumerable<DailyRainfallRow> Of(IEnumerable<IEnumerable<DailyRainfall>> gauges, DateOnly first, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(gauges);
        Dictionary<DateOnly, decimal?>[] amounts =
            [.. gauges.Select(days => days.GroupBy(day => day.Day).ToDictionary(day => day.Key, day => day.First() is { IsPartial: false } whole ? whole.Inches : null))];
        return Enumerable.Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1))
            .Select(DateOnly.FromDayNumber)
            .Select(day => new DailyRainfallRow { Day = day, Inches = [.. amounts.Select(gauge => gauge.GetValueOrDefault(day))] });
    }

    /// <summary>Formats the day and its amounts on one line.</summary>
    /// <returns>Day and inches.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}: {string.Join(", ", Inches.Select(amount => amount is null ? "no amount" : FormattableString.Invariant($"{amount} in")))}");
}
