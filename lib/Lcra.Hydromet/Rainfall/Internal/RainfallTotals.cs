using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Reads a gauge's amount for a period from its one feed: with its window, and the reasons against it.</summary>
internal static class RainfallTotals
{
    public static RainfallTotal ToTotal(Site site, in PeriodAmount amount, PeriodConflicts conflicts, bool isIsolated) => new()
    {
        Site = site,
        Period = amount.Period,
        Inches = amount.Inches,
        Missing = amount.Missing,
        Start = amount.Window?.Start,
        End = amount.Window?.End,
        ObservedAt = amount.ObservedAt,
        MeasuredUntil = amount.MeasuredUntil,
        Conflicts = conflicts.Conflicts,
        LowerBoundInches = conflicts.LowerBoundInches,
        IsIsolated = isIsolated,
        Source = amount.Source!,
    };

    /// <summary>Reads an amount; a comparison does without the object that names its source.</summary>
    public static PeriodAmount Read(Site site, RainfallPeriod period, RainfallFeedSet feeds, GaugeRows rows, SiteReading? reading, bool withSource)
    {
        if (period.Feed != HydrometFeed.AllSites && site.Id.IsLcra)
        {
            return Read(site, period, feeds, rows, withSource);
        }

        PeriodAmount amount = SiteRainfall.Read(site, period, feeds.Sites, reading, withSource);
        return feeds.Scope == RainfallScope.CsvFeeds ? amount with { Inches = null, Missing = MissingReason.NotRequested } : amount;
    }

    public static DateTimeOffset? ObservedAt(FeedTable? table, int row) => row < 0 ? null : table?.Rows[row].ObservedAt;

    private static PeriodAmount Read(Site site, RainfallPeriod period, RainfallFeedSet feeds, GaugeRows rows, bool withSource)
    {
        FeedResult result = feeds[period.Feed];
        FeedTable? table = result.Table;
        int row = rows.In(period.Feed);
        DateTimeOffset? observed = period.Feed == HydrometFeed.FiveDayRainfall
            ? ObservedAt(feeds.Recent, rows.Recent)
            : ObservedAt(table, row);
        DateTimeOffset? reported = table?.ReportedAt ?? feeds.NewestReport;
        TimeWindow? window = period.WindowFor(new WindowAnchors(reported, observed, table?.Since));
        MissingReason? missing = WhyMissing(period, table, row, window, observed);
        if (missing is null && observed is { } read && MonthClassLag.IsPossible(period, read) && !IsRefreshed(site, period, feeds, rows, read))
        {
            missing = MissingReason.Stale;
        }

        RainfallSource? source = !withSource ? null : new RainfallSource
        {
            Feed = period.Feed,
            Column = table?.Columns[period.Slot].Header,
            ReportedAt = table?.ReportedAt,
            FetchedAt = table?.FetchedAt,
            RefreshFailed = result.RefreshFailed,
        };
        return new PeriodAmount(period, missing is null ? table!.CellAt(row, period.Slot).Value : null, missing, window, observed, source, table?.ReportedAt);
    }

    private static MissingReason? WhyMissing(RainfallPeriod period, FeedTable? table, int row, TimeWindow? window, DateTimeOffset? observed)
    {
        if (table is null)
        {
            return MissingReason.FeedUnavailable;
        }

        if (row < 0 || table.Columns[period.Slot].Index < 0)
        {
            return MissingReason.NotInFeed;
        }

        MissingReason? missing = table.CellAt(row, period.Slot).Missing ?? table.Columns[period.Slot].Withheld;
        if (missing is null && observed is null && period.RequiresObservationTime)
        {
            return table.Rows[row].WhyUnobserved;
        }

        return missing is null && observed is { } read && period.IsStaleFor(CentralTime.DayOf(read), CentralTime.DayOf(table.ReportedAt), atReading: false)
            ? MissingReason.Stale
            : MeasuredTime.Judge(period, window, observed, missing);
    }

    // The amount since midnight proves it only where it is of the same day.
    private static bool IsRefreshed(Site site, RainfallPeriod period, RainfallFeedSet feeds, GaugeRows rows, DateTimeOffset observed)
    {
        PeriodAmount sinceMidnight = Read(site, RainfallPeriod.SinceMidnight, feeds, rows, withSource: false);
        return sinceMidnight.ObservedAt is { } read && CentralTime.DayOf(read) == CentralTime.DayOf(observed)
            && MonthClassLag.IsRefreshed(site, feeds[period.Feed].Table!.CellAt(rows.In(period.Feed), MonthClassLag.Proof(period).Slot).Value, sinceMidnight.Inches);
    }
}
