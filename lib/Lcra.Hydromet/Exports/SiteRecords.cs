using System.Runtime.CompilerServices;

namespace Lcra.Hydromet;

/// <summary>Makes rows of the exported tables from histories.</summary>
public static class SiteRecords
{
    /// <summary>Gives each record its site.</summary>
    /// <typeparam name="TRecord">The type of the records.</typeparam>
    /// <param name="records">The records of one site.</param>
    /// <param name="site">The site.</param>
    /// <returns>The rows.</returns>
    public static IEnumerable<SiteRecord<TRecord>> Of<TRecord>(this IEnumerable<TRecord> records, SiteId site)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Select(record => new SiteRecord<TRecord>(site, record));
    }

    /// <summary>Gives each record its site.</summary>
    /// <typeparam name="TRecord">The type of the records.</typeparam>
    /// <param name="records">The records of one site.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Cancels the records.</param>
    /// <returns>The rows.</returns>
    public static IAsyncEnumerable<SiteRecord<TRecord>> OfAsync<TRecord>(
        this IAsyncEnumerable<TRecord> records, SiteId site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return ConvertAsync(records, site, cancellationToken);
    }

    /// <summary>Gives each day its site, and adds the days that LCRA has no record of, without an amount, as <see cref="MissingReason.NotInFeed"/>.</summary>
    /// <param name="days">The days, oldest first.</param>
    /// <param name="site">The gauge.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included.</param>
    /// <param name="timeProvider">The clock that tells which of the added days are not over; null for the system's.</param>
    /// <param name="cancellationToken">Cancels the days.</param>
    /// <returns>A row for each day.</returns>
    public static IAsyncEnumerable<SiteRecord<DailyRainfall>> OfEachDayAsync(
        this IAsyncEnumerable<DailyRainfall> days,
        SiteId site,
        DateOnly first,
        DateOnly last,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        return FilledAsync(days, site, (first.DayNumber, last.DayNumber), CentralTime.Today(timeProvider ?? TimeProvider.System), cancellationToken);
    }

    private static async IAsyncEnumerable<SiteRecord<TRecord>> ConvertAsync<TRecord>(
        IAsyncEnumerable<TRecord> records, SiteId site, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new SiteRecord<TRecord>(site, record);
        }
    }

    private static async IAsyncEnumerable<SiteRecord<DailyRainfall>> FilledAsync(
        IAsyncEnumerable<DailyRainfall> days, SiteId site, (int First, int Last) span, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int next = span.First;
        await foreach (DailyRainfall day in days.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            for (; next < day.Day.DayNumber; next++)
            {
                yield return Absent(site, DateOnly.FromDayNumber(next), today);
            }

            yield return new SiteRecord<DailyRainfall>(site, day);
            next = Math.Max(next, day.Day.DayNumber + 1);
        }

        for (; next <= span.Last; next++)
        {
            yield return Absent(site, DateOnly.FromDayNumber(next), today);
        }
    }

    private static SiteRecord<DailyRainfall> Absent(SiteId site, DateOnly day, DateOnly today) =>
        new(site, new DailyRainfall { Day = day, IsPartial = day >= today }) { Missing = MissingReason.NotInFeed };
}
