using System.Globalization;
using System.Text;

namespace RainfallSite.Sites;

/// <summary>Positions of the lines of years in a drawing of 560 by 300.</summary>
internal sealed class YearChart(GaugeYears years, AmountFormatter amount)
{
    public const int Width = 560;
    public const int Height = 300;
    public const int Left = 48;
    public const int Top = 16;
    public const int Base = 266;
    private const int DaysOfYear = 366;
    private const int Right = 552;
    private const int Months = 12;

    // A point every few days: as many as there are pixels would be ten times the bytes.
    private const int Spacing = 5;

    public AxisScale Scale { get; } = new(years.Past.Append(years.Current).Max(year => amount.InUnit(year.Inches)));

    /// <summary>Gets the first days of the months, with their places.</summary>
    public static IEnumerable<(int Month, string X)> MonthStarts => Enumerable.Range(1, Months).Select(month => (month, Number(Place(new DateOnly(2000, month, 1).DayOfYear - 1))));

    /// <summary>Draws a year up to the first day without a total.</summary>
    public string Known(YearLine year) => Path(year, 0, year.CompleteDays);

    /// <summary>Draws a year from the first day without a total on; null where there is none.</summary>
    public string? Bound(YearLine year) => year.CompleteDays < year.DayCount ? Path(year, year.CompleteDays, year.DayCount) : null;

    public string Y(decimal value) => Number(LevelOf(value));

    /// <summary>Gets the place of the end of a year's line.</summary>
    public (decimal X, decimal Y) EndOf(YearLine year) => (Place(year.DayCount), LevelOf(amount.InUnit(year.Inches)));

    public static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static decimal Place(int days) => Left + ((decimal)(Right - Left) * days / DaysOfYear);

    private decimal LevelOf(decimal value) => Base - ((Base - Top) * value / Scale.Top);

    // Steps from point to point in whole units are a third of the bytes.
    private string Path(YearLine year, int from, int to)
    {
        (int x, int y) = At(year, from);
        StringBuilder path = new(string.Create(CultureInfo.InvariantCulture, $"M{x} {y}l"));
        for (int day = from; day < to;)
        {
            day = Math.Min(day + Spacing, to);
            (int nextX, int nextY) = At(year, day);
            path.Append(CultureInfo.InvariantCulture, $"{nextX - x} {nextY - y} ");
            (x, y) = (nextX, nextY);
        }

        return path.ToString().TrimEnd(' ', 'l');
    }

    private (int X, int Y) At(YearLine year, int days) => ((int)Math.Round(Place(days)), (int)Math.Round(LevelOf(amount.InUnit(year.InchesOf(days)))));
}
