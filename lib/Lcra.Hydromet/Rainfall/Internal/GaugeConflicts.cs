namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The contradictions between the totals of one gauge.</summary>
internal sealed class GaugeConflicts
{
    private const decimal FinestResolutionInches = 0.01m;
    private static readonly GaugeConflicts None = new([]);

    // The calendar first: of two equal windows its name is the plainer one.
    private static readonly int[] Order =
        [.. Enumerable.Range(0, RainfallPeriod.All.Count).OrderByDescending(index => RainfallPeriod.All[index].Kind == RainfallPeriodKind.Calendar)];

    private readonly Dictionary<RainfallPeriod, PeriodConflicts> _byPeriod;

    private GaugeConflicts(Dictionary<RainfallPeriod, PeriodConflicts> byPeriod) => _byPeriod = byPeriod;

    public static GaugeConflicts Find(Site site, RainfallFeedSet feeds, GaugeRows rows, SiteReading? reading)
    {
        Span<ComparableTotal> totals = stackalloc ComparableTotal[Order.Length];
        int count = 0;
        bool isDry = true;
        foreach (int index in Order)
        {
            if (ComparableTotal.TryCreate(index, RainfallTotals.Read(site, RainfallPeriod.All[index], feeds, rows, reading, withSource: false), out totals[count]))
            {
                isDry &= totals[count].Inches == 0;
                count++;
            }
        }

        ConflictList? found = isDry ? null : new ConflictSearch(totals[..count], site.ResolutionInches ?? FinestResolutionInches, site.Id.IsLcra).Run();
        return found is null ? None : new GaugeConflicts(found.ToPeriods());
    }

    public PeriodConflicts Of(RainfallPeriod period) => _byPeriod.GetValueOrDefault(period, PeriodConflicts.None);
}
