using System.Globalization;

namespace RainfallSite.Hyetographs;

/// <summary>Positions of steps in a drawing: bars as high as it rained hard, so that their areas are the amounts, and a line of what had fallen by then.</summary>
internal sealed class Hyetograph
{
    public const int Width = 560;
    public const int Height = 220;
    public const int Base = 180;
    public const int Right = 530;
    private const int Top = 34;
    private const int Left = 10;
    private const int LabelWidth = 140;
    private const int AmountWidth = 60;
    private const decimal LeastPeak = 0.1m;
    private const decimal MinHeight = 1.5m;

    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;
    private readonly decimal _peak;
    private readonly decimal _total;

    public Hyetograph(IReadOnlyList<RainStep> steps)
    {
        Steps = steps;
        _start = steps[0].Start;
        _end = steps[^1].End;
        _peak = Math.Max(LeastPeak, steps.Max(step => step.InchesPerHour ?? 0));
        _total = steps.Sum(step => step.Inches ?? 0);
    }

    public IReadOnlyList<RainStep> Steps { get; }

    /// <summary>Gets a value indicating whether the rain of a step is not known.</summary>
    public bool HasGap => Steps.Any(step => step.Inches is null);

    /// <summary>Gets the steps with those that follow each other and are not known as one.</summary>
    public IReadOnlyList<RainStep> Merged
    {
        get
        {
            List<RainStep> merged = [];
            foreach (RainStep step in Steps)
            {
                if (step.Inches is null && merged is [.., { Inches: null } before])
                {
                    merged[^1] = before with { End = step.End };
                }
                else
                {
                    merged.Add(step);
                }
            }

            return merged;
        }
    }

    /// <summary>Gets the line of the rain since the start; null without rain, and when a step is not known that a known one follows.</summary>
    public string? Line
    {
        get
        {
            RainStep[] known = [.. Steps.TakeWhile(step => step.Inches is not null)];
            if (_total == 0 || Steps.Skip(known.Length).Any(step => step.Inches is not null))
            {
                return null;
            }

            decimal fallen = 0;
            return string.Join(' ', known.Select(step => $"{X(step.End)},{Number(Base - ((Base - Top) * (fallen += step.Inches!.Value) / _total))}").Prepend($"{X(_start)},{Base}"));
        }
    }

    /// <summary>Gets the times that have room for a label, with their places.</summary>
    public IEnumerable<(DateTimeOffset Time, string X, string Anchor)> Labels
    {
        get
        {
            yield return (_start, X(_start), "start");
            decimal last = Place(_start);
            foreach (DateTimeOffset time in Steps.Skip(1).Select(step => step.Start))
            {
                if (Place(time) - last >= LabelWidth && Right - Place(time) >= LabelWidth)
                {
                    last = Place(time);
                    yield return (time, X(time), "middle");
                }
            }

            yield return (_end, X(_end), "end");
        }
    }

    public string X(DateTimeOffset time) => Number(Place(time));

    public string WidthOf(RainStep step) => Number(Place(step.End) - Place(step.Start));

    public string HeightOf(RainStep step) => Number(Bar(step));

    public string TopOf(RainStep step) => Number(Base - Bar(step));

    public string Middle(RainStep step) => Number((Place(step.Start) + Place(step.End)) / 2);

    /// <summary>Tells whether an amount fits above a step.</summary>
    public bool HasRoom(RainStep step) => Place(step.End) - Place(step.Start) >= AmountWidth;

    private static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private decimal Place(DateTimeOffset time) => Left + ((Right - Left) * (decimal)(time - _start).Ticks / (_end - _start).Ticks);

    private decimal Bar(RainStep step) => step.InchesPerHour is > 0 and { } rate ? Math.Max(MinHeight, (Base - Top) * rate / _peak) : 0;
}
