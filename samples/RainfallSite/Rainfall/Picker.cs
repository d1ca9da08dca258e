using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>The form for the period and the place.</summary>
internal sealed class Picker(RainfallReport report, RainfallPeriod period, string? typed)
{
    /// <summary>Gets the periods offered first, with the keys of their short names.</summary>
    public static IReadOnlyList<(RainfallPeriod Period, string TextKey)> Quick { get; } =
    [
        (RainfallPeriod.SinceMidnight, "SinceMidnight"),
        (RainfallPeriod.OneHour, "LastHour"),
        (RainfallPeriod.TwentyFourHours, "Last24Hours"),
        (RainfallPeriod.OneDayAgo, "Yesterday"),
        (RainfallPeriod.ThisMonth, "ThisMonth"),
    ];

    public IEnumerable<Site> Sites { get; } =
        report.Gauges.Select(gauge => gauge.Site).OrderBy(site => site.Name, StringComparer.OrdinalIgnoreCase);

    public RainfallPeriod Period { get; } = period;

    public string? Typed { get; } = typed;
}
