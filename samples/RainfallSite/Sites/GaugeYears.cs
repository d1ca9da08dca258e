using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>Every year of a gauge's record beside this one.</summary>
internal sealed class GaugeYears
{
    private GaugeYears(IReadOnlyList<DailyRainfall> days, DateOnly last)
    {
        RainfallClimate climate = RainfallClimate.Of(days);
        HashSet<DateOnly> suspects = [.. climate.SuspectDays.Select(suspect => suspect.Day)];
        Dictionary<DateOnly, decimal> known = days
            .Where(day => day is { Inches: >= 0, IsPartial: false } && !suspects.Contains(day.Day))
            .DistinctBy(day => day.Day)
            .ToDictionary(day => day.Day, day => day.Inches!.Value);
        YearLine[] past = [.. Enumerable.Range(days[0].Day.Year, last.Year - days[0].Day.Year).Select(year => new YearLine(year, new DateOnly(year, 12, 31), known))];
        int maxMissing = new RainfallClimateOptions().MaxMissingPercent;
        Last = last;
        Current = new YearLine(last.Year, last, known);
        Past = [.. past.Where(year => year.MissingDays * 100 <= year.DayCount * maxMissing)];
        LeftOut = [.. past.Except(Past).Select(year => year.Year)];
        Rank = climate.RankOf(CalendarPeriod.Year, last);
        SuspectCount = suspects.Count;
    }

    /// <summary>Gets the last day of this year that counts: yesterday.</summary>
    public DateOnly Last { get; }

    public YearLine Current { get; }

    /// <summary>Gets the years before with enough days, oldest first.</summary>
    public IReadOnlyList<YearLine> Past { get; }

    /// <summary>Gets the years with too many days without a total.</summary>
    public IReadOnlyList<int> LeftOut { get; }

    /// <summary>Gets the rank of this year so far among the same dates of all years.</summary>
    public RainfallRank Rank { get; }

    /// <summary>Gets the number of days that are left out because they are suspect.</summary>
    public int SuspectCount { get; }

    /// <summary>Reads the years of a gauge; null without a record, and on the first day of a year.</summary>
    public static async Task<GaugeYears?> ReadAsync(GaugeHistory history, SiteId site, DateOnly today, CancellationToken cancellationToken)
    {
        DateOnly last = today.AddDays(-1);
        HistoryResult<IReadOnlyList<DailyRainfall>> record = await history.GetRecordAsync(site, cancellationToken);
        return record.Value is { Count: > 0 } days && last.Year == today.Year ? new GaugeYears(days, last) : null;
    }
}
