using Lcra.Hydromet;

namespace RainfallSite.Hyetographs;

/// <summary>
/// When the rain of the last 24 hours fell, as far as the feeds tell: the differences between a gauge's rolling totals that end at one reading.
/// </summary>
internal static class RainSteps
{
    private static readonly (RainfallPeriod Period, int Hours)[] Totals =
    [
        (RainfallPeriod.OneHour, 1), (RainfallPeriod.TwoHours, 2), (RainfallPeriod.ThreeHours, 3), (RainfallPeriod.SixHours, 6),
        (RainfallPeriod.TwelveHours, 12), (RainfallPeriod.TwentyFourHours, 24),
    ];

    /// <summary>Gets the steps, the earliest first; empty without an amount of the last 24 hours and of one period within them.</summary>
    public static IReadOnlyList<RainStep> Of(RainfallGauge gauge)
    {
        if (gauge[RainfallPeriod.TwentyFourHours] is not { Inches: not null, End: { } end })
        {
            return [];
        }

        List<RainStep> steps = [];
        (int hours, decimal inches) = (0, 0);
        foreach ((RainfallPeriod period, int until) in Totals)
        {
            if (gauge[period] is { Inches: { } total } && IsSameMinute(gauge[period].End, end))
            {
                // A longer total that is smaller contradicts the shorter one: what fell between them is not known.
                steps.Insert(0, new RainStep(end.AddHours(-until), end.AddHours(-hours), total >= inches ? total - inches : null));
                (hours, inches) = (until, Math.Max(total, inches));
            }
        }

        return steps.Count > 1 ? steps : [];
    }

    private static bool IsSameMinute(DateTimeOffset? one, DateTimeOffset other) => one?.UtcTicks / TimeSpan.TicksPerMinute == other.UtcTicks / TimeSpan.TicksPerMinute;
}
