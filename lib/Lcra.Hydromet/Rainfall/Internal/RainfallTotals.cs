using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Makes a gauge's total for a period: the amount of its one feed, its window, and the reasons against it.</summary>
internal static class RainfallTotals
{
    public static RainfallTotal Compute(Site site, RainfallPeriod period, RainfallFeedSet feeds, GaugeRows rows, SiteReading? reading)
    {
        if (period.Feed != HydrometFeed.AllSites && site.Id.IsLcra)
        {
            return Compute(site, period, feeds, rows);
        }

        RainfallTotal total = SiteRainfall.Compute(site, period, feeds.Sites, reading);
        return feeds.Scope == RainfallScope.CsvFeeds ? total with { Missing = MissingReason.NotRequested } : total;
    }

    public static DateTimeOffset? ObservedAt(FeedTable? table, int row) => row < 0 ? null : table?.Rows[row].ObservedAt;

    private static RainfallTotal Compute(Site site, RainfallPeriod period, RainfallFeedSet feeds, GaugeRows rows)
    {
        FeedResult result = feeds[period.Feed];
        FeedTable? table = result.Table;
        int row = rows.In(period.Feed);
        DateTimeOffset? observed = period.Feed == HydrometFeed.FiveDayRainfall
            ? ObservedAt(feeds.Recent, rows.Recent)
            : ObservedAt(table, row);
        DateTimeOffset? reported = table?.ReportedAt ?? feeds.NewestReport;
        TimeWindow? window = period.WindowFor(new WindowAnchors(reported, observed, table?.Since));
        (decimal? inches, MissingReason? missing) = Amount(period, table, row, observed);
        return new RainfallTotal
        {
            Site = site,
            Period = period,
            Inches = inches,
            Missing = missing,
            Start = window?.Start,
            End = window?.End,
            ObservedAt = observed,
            Source = new RainfallSource
            {
                Feed = period.Feed,
                Column = table?.Columns[period.Slot].Header,
                ReportedAt = table?.ReportedAt,
                FetchedAt = table?.FetchedAt,
                RefreshFailed = result.RefreshFailed,
            },
        };
    }

    private static (decimal? Inches, MissingReason? Missing) Amount(RainfallPeriod period, FeedTable? table, int row, DateTimeOffset? observed)
    {
        if (table is null)
        {
            return (null, MissingReason.FeedUnavailable);
        }

        if (row < 0)
        {
            return (null, MissingReason.NotInFeed);
        }

        Cell cell = table.CellAt(row, period.Slot);
        MissingReason? missing = table.Columns[period.Slot].Index < 0 ? MissingReason.NotInFeed : cell.Missing;
        missing ??= table.Columns[period.Slot].Withheld;
        if (missing is null && observed is null && period.RequiresObservationTime)
        {
            missing = table.Rows[row].WhyUnobserved;
        }

        if (missing is null && observed is { } read && period.IsStaleFor(CentralTime.DayOf(read), CentralTime.DayOf(table.ReportedAt), atReading: false))
        {
            missing = MissingReason.Stale;
        }

        return missing is null ? (cell.Value, null) : (null, missing);
    }
}
