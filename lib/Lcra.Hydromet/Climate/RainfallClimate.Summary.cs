using Lcra.Hydromet.Climate.Internal;

namespace Lcra.Hydromet;

/// <content>The summary.</content>
public sealed partial class RainfallClimate
{
    private static readonly int[] SummaryWindows = [1, 2, 3, 7, 30];

    /// <summary>Gets the gauge; null for a mean of gauges, or where only days were given.</summary>
    public SiteId? Site { get; private init; }

    /// <summary>Reads the daily rain of one gauge as it comes, such as from <see cref="IHydrometClient.GetDailyRainfallAsync"/> or an archive.</summary>
    /// <param name="days">The days, in any order; of several amounts for one day the first is used.</param>
    /// <param name="options">The thresholds; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The climate of the gauge.</returns>
    /// <exception cref="ArgumentException">A day is before 1800 or after 2999.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    public static Task<RainfallClimate> OfAsync(
        IAsyncEnumerable<DailyRainfall> days, RainfallClimateOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        return ReadAsync();

        async Task<RainfallClimate> ReadAsync() => Of(await days.ToListAsync(cancellationToken).ConfigureAwait(false), options);
    }

    /// <summary>Collects what the record says about a day.</summary>
    /// <param name="asOf">The day; null for the last whole day of the record.</param>
    /// <param name="table">A table of NOAA Atlas 14 for the gauge's place; null for no return periods.</param>
    /// <returns>The summary. Its lists of ranks and percentages are empty for a record without an amount.</returns>
    /// <exception cref="ArgumentException">There is a table, which is of a point, and the climate is of a mean of gauges.</exception>
    public RainfallClimateSummary Summarize(DateOnly? asOf = null, Atlas14Table? table = null)
    {
        if (table is not null && GaugeCount is not null)
        {
            throw new ArgumentException("The table is of a point, and the mean of an area is less than the rain at its points: leave the table out.", nameof(table));
        }

        IReadOnlyList<RainfallExtreme> extremes = Extremes();
        DateOnly? last = asOf ?? LastDay;
        RainfallRank[] ranks = last is { } day ? [.. RanksOf(day)] : [];
        return new RainfallClimateSummary
        {
            Site = Site,
            GaugeCount = GaugeCount,
            FirstDay = FirstDay,
            LastDay = LastDay,
            DayCount = DayCount,
            MissingDays = MissingDays,
            AsOf = last,
            MaxMissingPercent = _options.MaxMissingPercent,
            MinYears = _options.MinYears,
            MinNormalYears = _options.MinNormalYears,
            Ranks = ranks,
            Normals = last is { } end ? [.. Periods.Select(period => CompareWithNormal(period, end))] : [],
            MonthlyNormals = MonthlyNormals(),
            Extremes = extremes,
            LongestDrySpell = LongestDrySpell(),
            SuspectDays = SuspectDays,
            ReturnPeriods = table is null ? [] : [.. ReturnPeriodsOf(table, ranks, extremes)],
        };
    }

    private static IEnumerable<ReturnPeriod> ReturnPeriodsOf(Atlas14Table table, RainfallRank[] ranks, IReadOnlyList<RainfallExtreme> extremes)
    {
        IEnumerable<(DateOnly First, int Days, decimal Inches)> ranked = ranks
            .Where(rank => rank is { Period: null, Inches: > 0, IsPartial: false })
            .Select(rank => (rank.First, rank.DayCount, rank.Inches!.Value));
        IEnumerable<(DateOnly First, int Days, decimal Inches)> records = extremes
            .Where(extreme => extreme is { Days: not null, Inches: > 0 })
            .Select(extreme => (extreme.Starts[0], extreme.Days!.Value, extreme.Inches!.Value));
        return ranked.Concat(records).Distinct().Select(window => table.ReturnPeriodOfDays(window.Inches, window.Days) with
        {
            Start = CentralTime.StartOfDay(window.First),
            End = CentralTime.StartOfDay(window.First.AddDays(window.Days)),
        });
    }

    private IEnumerable<RainfallRank> RanksOf(DateOnly last)
    {
        DateOnly next = last.AddDays(1);
        IEnumerable<RainfallRank> running = _days.Partials.ContainsKey(next) ? [RankOfDays(next)] : [];
        return [.. running, .. SummaryWindows.Select(days => RankOfDays(last, days)), .. Periods.Select(period => RankOf(period, last))];
    }
}
