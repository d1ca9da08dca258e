using System.Collections.Frozen;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A gauge's totals from the all-sites answer.</summary>
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

    public static RainfallTotal Compute(Site site, RainfallPeriod period, SiteReport? sites, SiteReading? reading)
    {
        FeedStatus? feed = sites?.Feed;
        DateTimeOffset? observed = reading?.ObservedAt;

        // Windows that reach to now end at the site's own reading: the answer has no report time of its own.
        DateTimeOffset? anchor = period.IsPartial || period.Kind == RainfallPeriodKind.Rolling ? observed : feed?.ReportedAt;
        TimeWindow? window = period.WindowFor(new WindowAnchors(anchor, observed, null));
        (decimal? inches, MissingReason? missing) = Amount(period, feed, reading);
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
                Feed = HydrometFeed.AllSites,
                Column = reading is not null && Members.TryGetValue(period, out SiteMember member) ? SiteMembers.NameOf(member) : null,
                ReportedAt = feed?.ReportedAt,
                FetchedAt = feed?.FetchedAt,
                RefreshFailed = feed?.Failure is not null,
            },
        };
    }

    private static (decimal? Inches, MissingReason? Missing) Amount(RainfallPeriod period, FeedStatus? feed, SiteReading? reading)
    {
        if (feed is null || reading is null)
        {
            return (null, feed is null ? MissingReason.FeedUnavailable : MissingReason.NotInFeed);
        }

        Cell cell = CellOf(reading.Row, period);
        MissingReason? missing = cell.Missing;
        if (missing is MissingReason.NotInFeed && reading.IsStale && Members.ContainsKey(period))
        {
            missing = MissingReason.Stale;
        }

        if (missing is null && reading.ObservedAt is null)
        {
            missing = reading.Row.WhyUnobserved;
        }

        if (missing is null && reading.ObservedAt is { } read && feed.ReportedAt is { } reported
            && period.IsStaleFor(CentralTime.DayOf(read), CentralTime.DayOf(reported), atReading: true))
        {
            missing = MissingReason.Stale;
        }

        return missing is null ? (cell.Value, null) : (null, missing);
    }
}
