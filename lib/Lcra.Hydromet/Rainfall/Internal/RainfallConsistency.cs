namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Compares totals that must agree. It reports both values and repairs none.</summary>
internal static class RainfallConsistency
{
    private static readonly RainfallPeriod[] FromRainfallCsv =
        [RainfallPeriod.OneHour, RainfallPeriod.ThreeHours, RainfallPeriod.SixHours, RainfallPeriod.TwentyFourHours];

    private static readonly RainfallPeriod[] FromAllSites = [.. RainfallPeriod.All.Where(period => period.Kind == RainfallPeriodKind.Rolling)];

    private static readonly RainfallPeriod[] WholeDays =
        [RainfallPeriod.OneDayAgo, RainfallPeriod.TwoDaysAgo, RainfallPeriod.ThreeDaysAgo, RainfallPeriod.FourDaysAgo];

    private static readonly RainfallPeriod[] InBothSources =
        [.. RainfallPeriod.All.Where(period => period.Feed == HydrometFeed.Rainfall || period.Feed == HydrometFeed.MonthYearRainfall)];

    public static IEnumerable<Finding> Check(RainfallGauge gauge, RainfallFeedSet feeds)
    {
        bool sameRun = feeds.Recent is { } recent && feeds.FiveDay is { } fiveDay && recent.ReportedAt == fiveDay.ReportedAt;
        return
        [
            .. sameRun ? OneRun(gauge, feeds) : [],
            .. FiveDays(gauge, feeds),
            .. gauge.Site.Id.IsLcra ? Nested(gauge.Site, FromRainfallCsv.Select(period => gauge[period])) : [],
            .. gauge.Reading is { } reading ? OfReading(gauge, reading, feeds.Sites!) : [],
        ];
    }

    private static IEnumerable<Finding> OneRun(RainfallGauge gauge, RainfallFeedSet feeds)
    {
        ComparedTotal today = ComparedTotal.Of(gauge[RainfallPeriod.Today]);
        ComparedTotal last24 = gauge.Rows.FiveDay < 0 ? default : new ComparedTotal(
            $"{HydrometFeed.FiveDayRainfall} Last24",
            feeds.FiveDay!.CellAt(gauge.Rows.FiveDay, FiveDayColumns.Last24Slot).Value);
        return
        [
            .. Differ(gauge.Site, today, ComparedTotal.Of(gauge[RainfallPeriod.SinceMidnight])),
            .. Differ(gauge.Site, last24, ComparedTotal.Of(gauge[RainfallPeriod.TwentyFourHours])),
        ];
    }

    private static Finding[] FiveDays(RainfallGauge gauge, RainfallFeedSet feeds)
    {
        if (feeds.FiveDay is not { } table || table.Since != CentralTime.DayOf(table.ReportedAt).AddDays(-WholeDays.Length))
        {
            return [];
        }

        decimal? parts = gauge[RainfallPeriod.Today].Inches;
        foreach (RainfallPeriod day in WholeDays)
        {
            parts += gauge[day].Inches;
        }

        return Differ(gauge.Site, ComparedTotal.Of(gauge[RainfallPeriod.FiveDayTotal]), new ComparedTotal("today and the four days before", parts));
    }

    private static IEnumerable<Finding> OfReading(RainfallGauge gauge, SiteReading reading, SiteReport sites)
    {
        IEnumerable<Finding> nested = Nested(gauge.Site, FromAllSites.Select(period => OfSites(gauge, period, sites, reading)));
        return gauge.Site.Id.IsLcra ? nested.Concat(InBothSources.SelectMany(period => Across(gauge, period, sites, reading))) : nested;
    }

    private static RainfallTotal OfSites(RainfallGauge gauge, RainfallPeriod period, SiteReport sites, SiteReading reading) =>
        RainfallTotals.ToTotal(gauge.Site, SiteRainfall.Read(gauge.Site, period, sites, reading, withSource: true), PeriodConflicts.None, isIsolated: false);

    // Two sources can only be held against each other when they carry the same reading; the CSV has no seconds.
    private static Finding[] Across(RainfallGauge gauge, RainfallPeriod period, SiteReport sites, SiteReading reading)
    {
        RainfallTotal csv = gauge[period];
        RainfallTotal json = OfSites(gauge, period, sites, reading);
        if (csv.Missing is MissingReason.FeedUnavailable || (json.ObservedAt - csv.ObservedAt)?.Duration() >= TimeSpan.FromMinutes(1))
        {
            return [];
        }

        return csv.Inches is null && json.Inches is not null
            ? [Disagreement(gauge.Site, ComparedTotal.Of(csv), ComparedTotal.Of(json))]
            : Differ(gauge.Site, ComparedTotal.Of(csv), ComparedTotal.Of(json));
    }

    private static IEnumerable<Finding> Nested(Site site, IEnumerable<RainfallTotal> shortToLong)
    {
        RainfallTotal? shorter = null;
        foreach (RainfallTotal total in shortToLong)
        {
            if (total.Inches is null)
            {
                continue;
            }

            if (total.Inches < shorter?.Inches)
            {
                yield return Disagreement(site, ComparedTotal.Of(shorter), ComparedTotal.Of(total)) with { Kind = FindingKind.LongerWindowHasLess };
            }

            shorter = total;
        }
    }

    private static Finding[] Differ(Site site, ComparedTotal left, ComparedTotal right) =>
        left.Inches is { } inches && right.Inches is { } other && inches != other ? [Disagreement(site, left, right)] : [];

    private static Finding Disagreement(Site site, ComparedTotal left, ComparedTotal right) => new()
    {
        Kind = FindingKind.TotalsDisagree,
        Site = site.Id,
        Column = left.Column,
        Value = left.Text,
        OtherColumn = right.Column,
        OtherValue = right.Text,
        Message = $"{site.Id}: {left.Column} has {left.Text}, {right.Column} has {right.Text}.",
    };
}
