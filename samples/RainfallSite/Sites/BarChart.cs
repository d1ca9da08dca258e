using System.Globalization;

namespace RainfallSite.Sites;

/// <summary>Positions of the bars of a span in a drawing of 560 by 240.</summary>
internal sealed class BarChart
{
    public const int Width = 560;
    public const int Height = 240;
    public const int Left = 48;
    public const int Top = 16;
    public const int Base = 206;
    private const decimal Spacing = 0.15m;
    private const decimal MinHeight = 1.5m;

    private readonly IReadOnlyList<RainBar> _bars;
    private readonly AmountFormatter _amount;
    private readonly decimal _slot;

    public BarChart(IReadOnlyList<RainBar> bars, AmountFormatter amount)
    {
        _bars = bars;
        _amount = amount;
        _slot = (decimal)(Width - Left) / Math.Max(1, bars.Count);
        Scale = new AxisScale(bars.Max(bar => bar.Inches is { } inches ? amount.InUnit(inches) : 0));
    }

    /// <summary>Gets the axis, in the chosen unit.</summary>
    public AxisScale Scale { get; }

    /// <summary>Gets the bars with a label: the first, the last and two between.</summary>
    public IEnumerable<int> Labelled => _bars.Count < 8
        ? Enumerable.Range(0, _bars.Count)
        : [0, _bars.Count / 3, _bars.Count * 2 / 3, _bars.Count - 1];

    public string X(int bar) => Number(Left + (_slot * bar) + (_slot * Spacing / 2));

    public string Middle(int bar) => Number(Left + (_slot * (bar + 0.5m)));

    public string BarWidth => Number(_slot * (1 - Spacing));

    public string Y(decimal value) => Number(Base - ((Base - Top) * value / Scale.Top));

    public string BarY(RainBar bar) => Number(Base - BarHeight(bar));

    /// <summary>Gets a bar's height: zero for no rain, and a visible minimum for the least rain.</summary>
    public string HeightOf(RainBar bar) => Number(BarHeight(bar));

    private decimal BarHeight(RainBar bar) =>
        bar.Inches is > 0 and { } inches ? Math.Max(MinHeight, (Base - Top) * _amount.InUnit(inches) / Scale.Top) : 0;

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
