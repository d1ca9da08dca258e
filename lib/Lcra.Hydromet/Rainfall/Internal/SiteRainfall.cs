using System.Collections.Frozen;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A gauge's totals from the all-sites response.</summary>
internal static class SiteRainfall
{
    private static readonly FrozenDictionary<RainfallPeriod, SiteMember> Members = new Dictionary<RainfallPeriod, SiteMember>
    {
        [RainfallPeriod.ThirtyMinutes] = SiteMember.Rainfall30Minute,
        [RainfallPeriod.OneHour] = SiteMember.Rainfall1Hour,
        [RainfallPeriod.TwoHours] = SiteMember.Rainfall2Hours,
        [RainfallPeriod.ThreeHours] = SiteMember.Rainfall3Hours,
        [RainfallPeriod.SixHours] = SiteMember.Rainfall6Hours,
        [RainfallPeriod.TwelveHours] = SiteMember.Rainfall12Hours,
        [RainfallPeriod.TwentyFourHours] = SiteMember.Rainfall1Day,
        [RainfallPeriod.FortyEightHours] = SiteMember.Rainfall2Days,
        [RainfallPeriod.SeventyTwoHours] = SiteMember.Rainfall3Days,
        [RainfallPeriod.NinetySixHours] = SiteMember.Rainfall4Days,
        [RainfallPeriod.OneHundredTwentyHours] = SiteMember.Rainfall5Days,
        [RainfallPeriod.OneWeek] = SiteMember.Rainfall1Week,
        [RainfallPeriod.TwoWeeks] = SiteMember.Rainfall2Weeks,
        [RainfallPeriod.ThirtyDays] = SiteMember.Rainfall30Days,
        [RainfallPeriod.SinceMidnight] = SiteMember.RainfallToday,
        [RainfallPeriod.Today] = SiteMember.RainfallToday,
        [RainfallPeriod.ThisMonth] = SiteMember.RainfallMonth,
        [RainfallPeriod.LastMonth] = SiteMember.RainfallPrevMonth,
        [RainfallPeriod.ThisYear] = SiteMember.RainfallYear,
        [RainfallPeriod.LastYear] = SiteMember.RainfallPrevYear,
    }.ToFrozenDictionary();

    /// <summary>Gets the amount for a period from the response.</summary>
    public static Cell CellOf(SiteRow row, RainfallPeriod period) =>
        Members.TryGetValue(period, out SiteMember member) ? row[member] : default;

    public static PeriodAmount Read(Site site, RainfallPeriod period, SiteReport? sites, SiteReading? reading, bool withSource)
    {
        FeedStatus? feed = sites?.Feed;
        DateTimeOffset? observed = reading?.ObservedAt;

        // Windows that reach to now end at the site's own reading: the response has no report time of its own.
        DateTimeOffset? anchor = period.IsPartial || period.Kind == RainfallPeriodKind.Rolling ? observed : feed?.ReportedAt;
        TimeWindow? window = period.WindowFor(new WindowAnchors(anchor, observed, null));
        MissingReason? missing = WhyMissing(period, feed, reading, window);
        if (missing is null && observed is { } read && MonthClassLag.IsPossible(period, read) && !IsRefreshed(site, period, reading!, read))
        {
            missing = MissingReason.Stale;
        }

        RainfallSource? source = !withSource ? null : new RainfallSource
        {
            Feed = HydrometFeed.AllSites,
            Column = reading is not null && Members.TryGetValue(period, out SiteMember member) ? SiteMembers.NameOf(member) : null,
            ReportedAt = feed?.ReportedAt,
            FetchedAt = feed?.FetchedAt,
            RefreshFailed = feed?.Failure is not null,
        };
        return new PeriodAmount(period, missing is null ? CellOf(reading!.Row, period).Value : null, missing, window, observed, source, feed?.ReportedAt);
    }

    private static MissingReason? WhyMissing(RainfallPeriod period, FeedStatus? feed, SiteReading? reading, TimeWindow? window)
    {
        if (feed is null || reading is null)
        {
            return feed is null ? MissingReason.FeedUnavailable : MissingReason.NotInFeed;
        }

        MissingReason? missing = CellOf(reading.Row, period).Missing;
        if (missing is MissingReason.NotInFeed && reading.IsStale && Members.ContainsKey(period))
        {
            return MissingReason.Stale;
        }

        if (missing is null && reading.ObservedAt is null)
        {
            return reading.Row.WhyUnobserved;
        }

        return missing is null && reading.ObservedAt is { } read && feed.ReportedAt is { } reported
            && period.IsStaleFor(CentralTime.DayOf(read), CentralTime.DayOf(reported), atReading: true)
            ? MissingReason.Stale
            : MeasuredTime.Judge(period, window, reading.ObservedAt, missing);
    }

    private static bool IsRefreshed(Site site, RainfallPeriod period, SiteReading reading, DateTimeOffset observed) =>
        observed > CentralTime.StartOfDay(CentralTime.DayOf(observed))
        && MonthClassLag.IsRefreshed(site, CellOf(reading.Row, MonthClassLag.Proof(period)).Value, CellOf(reading.Row, RainfallPeriod.SinceMidnight).Value);
}
