namespace RainfallSite.Sites;

/// <summary>A vertical axis from zero with at most five horizontal lines at round numbers.</summary>
internal sealed class AxisScale
{
    private static readonly decimal[] Steps = [0.05m, 0.1m, 0.2m, 0.5m, 1, 2, 5, 10, 20, 50, 100, 200, 500];

    public AxisScale(decimal max)
    {
        Step = Steps.FirstOrDefault(step => step * 4 >= max, Steps[^1]);
        Top = Step * Math.Max(1, Math.Ceiling(max / Step));
    }

    /// <summary>Gets the distance of the lines.</summary>
    public decimal Step { get; }

    /// <summary>Gets the value of the highest line.</summary>
    public decimal Top { get; }

    public IEnumerable<decimal> Lines => Enumerable.Range(0, (int)(Top / Step) + 1).Select(line => line * Step);
}
