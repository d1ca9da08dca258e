namespace Lcra.Hydromet.Climate.Internal;

/// <summary>The mean of the gauges that have an amount, day by day, without suspect days.</summary>
internal sealed class GaugeMean
{
    private const int MeanDecimals = 4;

    private readonly Dictionary<DateOnly, int> _counts = [];

    public GaugeMean(GaugeDailyRainfall[] gauges, int minPercent)
    {
        if (gauges.Length == 0)
        {
            throw new ArgumentException("A mean needs at least one gauge.", nameof(gauges));
        }

        if (gauges.Select(gauge => gauge.Site.Id).Distinct().Count() != gauges.Length)
        {
            throw new ArgumentException("A gauge is given twice.", nameof(gauges));
        }

        GaugeCount = gauges.Length;
        GaugeRecord[] records = [.. gauges.Select(gauge => new GaugeRecord(gauge))];
        SuspectDays = [.. records.SelectMany(gauge => RainfallNeighborQuality.Check(gauge, records)).OrderBy(suspect => suspect.Day)];
        HashSet<(SiteId?, DateOnly)> suspects = [.. SuspectDays.Select(suspect => (suspect.Site, suspect.Day))];
        Days =
        [
            .. records
                .SelectMany(gauge => gauge.Record.Days.Where(day => day.Inches >= 0 && !suspects.Contains((gauge.Site.Id, day.Day))))
                .GroupBy(day => day.Day)
                .Where(day => day.Count() * 100 >= minPercent * gauges.Length)
                .Select(Mean),
        ];
    }

    public int GaugeCount { get; }

    public IReadOnlyList<SuspectDay> SuspectDays { get; }

    public IReadOnlyList<DailyRainfall> Days { get; }

    /// <summary>Gets how many gauges each mean is of.</summary>
    public IReadOnlyDictionary<DateOnly, int> GaugeCounts => _counts;

    private DailyRainfall Mean(IGrouping<DateOnly, DailyRainfall> day)
    {
        int count = day.Count();
        _counts[day.Key] = count;
        return new DailyRainfall
        {
            Day = day.Key,
            Inches = decimal.Round(day.Sum(gauge => gauge.Inches!.Value) / count, MeanDecimals, MidpointRounding.AwayFromZero),
            IsPartial = day.Any(gauge => gauge.IsPartial),
        };
    }
}
