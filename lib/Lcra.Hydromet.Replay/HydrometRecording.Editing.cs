using System.Net;

namespace Lcra.Hydromet.Replay;

/// <content>Changed copies of a recording, to test code of your own. The parser stays in the loop: the feeds' text is edited.</content>
public sealed partial class HydrometRecording
{
    /// <summary>Returns a copy in which a gauge has another total for a period.</summary>
    /// <param name="site">A gauge of the recording.</param>
    /// <param name="period">The period.</param>
    /// <param name="inches">The total in inches.</param>
    /// <returns>The copy; nothing else changes, so totals of other periods can contradict the new one.</returns>
    /// <exception cref="ArgumentException">The recording has no such gauge, or its feed has no such period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The total is below zero.</exception>
    /// <example>
    /// <code>
    /// HydrometRecording flood = HydrometRecording.StormOfOctober2026().With(SiteId.Parse("3018"), RainfallPeriod.OneHour, 3.50m);
    /// </code>
    /// </example>
    public HydrometRecording With(SiteId site, RainfallPeriod period, decimal inches)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inches);
        return WithCell(site, period, FormattableString.Invariant($"{inches}"));
    }

    /// <summary>Returns a copy in which a gauge's total for a period is blank.</summary>
    /// <param name="site">A gauge of the recording.</param>
    /// <param name="period">The period.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentException">The recording has no such gauge, or its feed has no such period.</exception>
    public HydrometRecording WithMissing(SiteId site, RainfallPeriod period) => WithCell(site, period, "");

    /// <summary>Returns a copy with daily rain of a gauge. Other days stay as they are.</summary>
    /// <param name="site">An LCRA gauge; it need not be in the feeds.</param>
    /// <param name="days">The days; one without an amount is a record without one.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentException">There are no days, or the gauge is not LCRA's.</exception>
    public HydrometRecording WithDaily(SiteId site, IEnumerable<DailyRainfall> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return site.IsLcra
            ? WithHistory(site, HistoryParameter.RainDaily, [.. days.Select(day => (CentralTime.StartOfDay(day.Day), day.Inches))])
            : throw new ArgumentException($"{site} has no daily totals: only LCRA's gauges have.", nameof(site));
    }

    /// <summary>Returns a copy with readings of a gauge's accumulated rainfall. Readings at other times stay as they are.</summary>
    /// <param name="site">An LCRA gauge, or one of Austin (<c>COA:950</c>); it need not be in the feeds.</param>
    /// <param name="readings">The readings.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentException">There are no readings, or the gauge is of another agency.</exception>
    public HydrometRecording WithAccumulated(SiteId site, IEnumerable<AccumulatedRainfall> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return site.IsLcra || site.IsAustin
            ? WithHistory(site, HistoryParameter.Rain, [.. readings.Select(reading => (reading.At, (decimal?)reading.Inches))])
            : throw new ArgumentException($"{site} has no history: only the gauges of LCRA and Austin have.", nameof(site));
    }

    /// <summary>Returns a copy in which every request for a feed fails.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="status">The HTTP status, such as 503. The client retries some statuses: set <see cref="HydrometClientOptions.MaxRetryAttempts"/> to 0 to fail at once.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 300 to 599.</exception>
    public HydrometRecording WithFailure(HydrometFeed feed, int status)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return new HydrometRecording(
            Name,
            RecordedAt,
            [new RecordedResponse { Path = feed.Path, Body = ReadOnlyMemory<byte>.Empty, Origin = Provenance.Derived, StatusCode = (HttpStatusCode)status }, .. Responses.Where(response => !EditedFeed.IsOf(response, feed))]);
    }

    /// <summary>Returns a copy of another time on the same day: report times and observation times of rainfall move with it.</summary>
    /// <param name="moment">The time.</param>
    /// <returns>The copy; its amounts stay, so that <see cref="With"/> says what changed.</returns>
    /// <exception cref="ArgumentException">The time is on another local day, whose five-day columns would be others.</exception>
    public HydrometRecording At(DateTimeOffset moment) => CentralTime.DayOf(moment) == CentralTime.DayOf(RecordedAt)
        ? new HydrometRecording(Name, moment, Responses.Select(response => EditedFeed.Move(response, moment - RecordedAt)))
        : throw new ArgumentException($"{moment:O} is not on the local day of the recording, {CentralTime.DayOf(RecordedAt):yyyy-MM-dd}.", nameof(moment));

    private HydrometRecording WithCell(SiteId site, RainfallPeriod period, string text)
    {
        ArgumentNullException.ThrowIfNull(period);
        HydrometFeed feed = site.IsLcra ? period.Feed : HydrometFeed.AllSites;
        bool found = false;
        RecordedResponse[] responses =
        [
            .. Responses.Select(response =>
            {
                RecordedResponse? edited = EditedFeed.Set(response, site, period, text);
                found |= edited is not null && EditedFeed.IsOf(response, feed);
                return edited ?? response;
            }),
        ];
        return found ? new HydrometRecording(Name, RecordedAt, responses)
            : throw new ArgumentException($"The recording '{Name}' has no total of {site} over {period.Name} in {feed}.", nameof(site));
    }

    private HydrometRecording WithHistory(SiteId site, HistoryParameter parameter, (DateTimeOffset At, decimal? Value)[] records) =>
        new(Name, RecordedAt, [EditedHistory.Of(site, parameter, records), .. Responses]);
}
