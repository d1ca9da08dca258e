using System.Globalization;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>A rain gauge of a report and its total for every period.</summary>
[JsonConverter(typeof(RainfallGaugeJsonConverter))]
public sealed class RainfallGauge
{
    private readonly GaugeInputs? _inputs;
    private readonly IsolatedRain? _isolated;
    private readonly IReadOnlyDictionary<RainfallPeriod, RainfallTotal>? _totals;
    private GaugeConflicts? _conflicts;
    private GaugeInputs[]? _neighbors;

    internal RainfallGauge(GaugeInputs inputs, IsolatedRain isolated)
    {
        _inputs = inputs;
        _isolated = isolated;
        Site = inputs.Site;
        Reading = inputs.Reading;
    }

    // A gauge that was read from JSON has its totals alone.
    internal RainfallGauge(
        Site site, SiteReading? reading, DateTimeOffset? observedAt, bool isReporting, IReadOnlyDictionary<RainfallPeriod, RainfallTotal> totals)
    {
        Site = site;
        Reading = reading;
        ObservedAt = observedAt;
        IsReporting = isReporting;
        _totals = totals;
    }

    /// <summary>Gets the site.</summary>
    public Site Site { get; }

    /// <summary>
    /// Gets when the gauge was read, in Central time, according to Rainfall.csv or, for a gauge of another agency,
    /// the all-sites response; null when that is not known.
    /// </summary>
    public DateTimeOffset? ObservedAt => _inputs is null ? field : _inputs.ObservedAt;

    /// <summary>Gets what else the site measures; null unless the report was joined with the all-sites response and it has the site.</summary>
    public SiteReading? Reading { get; }

    /// <summary>
    /// Gets a value indicating whether the gauge still reports: it was read within the hour before the newest report,
    /// and LCRA does not call it stale.
    /// </summary>
    public bool IsReporting => _inputs?.IsReporting ?? field;

    /// <summary>
    /// Gets the total of every requested period in the order of <see cref="RainfallPeriod.All"/>: 25 of them, without those that only the
    /// all-sites response has in a report of <see cref="RainfallScope.CsvFeeds"/>.
    /// </summary>
    public IEnumerable<RainfallTotal> Totals =>
        _inputs is null
        ? RainfallPeriod.All.Select(period => this[period]).Where(total => total.Missing != MissingReason.NotRequested)
        : RainfallPeriod.All.Where(period => _inputs.Feeds.Scope == RainfallScope.AllFeeds || period.Feed != HydrometFeed.AllSites).Select(period => this[period]);

    /// <summary>Gets the total of a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The total; its amount is null with a reason when there is none.</returns>
    public RainfallTotal this[RainfallPeriod period]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(period);
            if (_inputs is null)
            {
                return _totals![period];
            }

            PeriodAmount amount = _inputs.Read(period, withSource: true);
            bool isIsolated = _isolated!.IsIsolated(_inputs, amount, ref _neighbors);
            return RainfallTotals.ToTotal(Site, amount, (_conflicts ??= _inputs.FindConflicts()).Of(period), isIsolated);
        }
    }

    internal GaugeRows Rows => _inputs!.Rows;

    /// <summary>Writes the gauge and its observation time on one line.</summary>
    /// <returns>Gauge and observation time.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site}{(ObservedAt is null ? ", no observation time" : ", read ")}{ObservedAt:yyyy-MM-dd HH:mm zzz}{(IsReporting ? "" : ", silent")}");
}
