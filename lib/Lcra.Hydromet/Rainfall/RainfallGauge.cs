using Lcra.Hydromet.Internal;

namespace Lcra.Hydromet;

/// <summary>A rain gauge of a report and its total for every period.</summary>
public sealed class RainfallGauge
{
    private readonly RainfallFeedSet _feeds;
    private readonly GaugeRows _rows;

    internal RainfallGauge(Site site, RainfallFeedSet feeds, GaugeRows rows)
    {
        Site = site;
        _feeds = feeds;
        _rows = rows;
    }

    /// <summary>Gets the site.</summary>
    public Site Site { get; }

    /// <summary>Gets when the gauge was read according to Rainfall.csv, in Central time; null when that is not known.</summary>
    public DateTimeOffset? ObservedAt => RainfallTotals.ObservedAt(_feeds.Recent, _rows.Recent);

    /// <summary>Gets the total of every period, in the order of <see cref="RainfallPeriod.All"/>.</summary>
    public IEnumerable<RainfallTotal> Totals => RainfallPeriod.All.Select(period => this[period]);

    /// <summary>Gets the total of a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The total; its amount is null with a reason when there is none.</returns>
    public RainfallTotal this[RainfallPeriod period]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(period);
            return RainfallTotals.Compute(Site, period, _feeds, _rows);
        }
    }
}
