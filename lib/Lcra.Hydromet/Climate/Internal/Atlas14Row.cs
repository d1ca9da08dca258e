using System.Globalization;

namespace Lcra.Hydromet.Climate.Internal;

/// <summary>Reads the cells of a table of NOAA Atlas 14.</summary>
internal static class Atlas14Row
{
    /// <summary>Reads a duration and its depths; null when the row is not as long as the header, or a cell is not a depth.</summary>
    public static (string Label, TimeSpan Duration, decimal[] Depths)? Read(string row, int count)
    {
        string[] cells = row.Split(',', StringSplitOptions.TrimEntries);
        string label = cells[0].TrimEnd(':');
        if (cells.Length != count + 1 || DurationOf(label) is not { } duration)
        {
            return null;
        }

        decimal[] depths = new decimal[count];
        for (int i = 0; i < count; i++)
        {
            if (!decimal.TryParse(cells[i + 1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out depths[i]) || depths[i] <= 0 || (i > 0 && depths[i] < depths[i - 1]))
            {
                return null;
            }
        }

        return (label, duration, depths);
    }

    /// <summary>Reads a return period such as 100.</summary>
    public static int? WholeYears(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int years) && years > 0 ? years : null;

    /// <summary>Reads an annual exceedance probability such as '1/100.</summary>
    public static int? ProbabilityYears(string cell) =>
        cell.TrimStart('\'') is ['1', '/', .. var years] ? WholeYears(years) : null;

    private static TimeSpan? DurationOf(string label) =>
        label.Split('-') is [var number, var unit] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and < 10_000
            ? unit.ToUpperInvariant() switch
            {
                "MIN" => TimeSpan.FromMinutes(count),
                "HR" or "HOUR" => TimeSpan.FromHours(count),
                "DAY" => TimeSpan.FromDays(count),
                _ => null,
            }
            : null;
}
