using System.Globalization;
using System.Runtime.CompilerServices;
using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive;

/// <content>Reading. Nothing here uses the network.</content>
public sealed partial class HydrometArchive
{
    // Each is read and closed before the first of its records is returned, so that no reader stays open while the caller works.
    private const int DaysAtOnce = 366;
    private const int DailyDaysAtOnce = 36_600;

    /// <summary>Reads the daily rain of a gauge, oldest day first.</summary>
    /// <param name="site">The gauge.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="asKnownAt">The time of which the knowledge is asked; null for the newest.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The days of the archive. An absent day is unknown, not dry; <see cref="GetCoverageAsync"/> tells whether it was requested.</returns>
    /// <exception cref="ArgumentException">The first day is after the last; thrown before anything is read.</exception>
    /// <exception cref="HydrometArchiveException">While reading: the archive could not be read.</exception>
    public IAsyncEnumerable<DailyRainfall> GetDailyRainfallAsync(
        SiteId site, DateOnly first, DateOnly last, DateTimeOffset? asKnownAt = null, CancellationToken cancellationToken = default)
    {
        CheckDays(first, last);
        return ReadDaysAsync(site, first, last, asKnownAt, cancellationToken);
    }

    /// <summary>Reads the accumulated rainfall of a gauge, oldest reading first.</summary>
    /// <param name="site">The gauge.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="resolution">The spacing of the readings.</param>
    /// <param name="asKnownAt">The time of which the knowledge is asked; null for the newest.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The readings of the archive. Records without an amount are skipped. Of two amounts of one time both come, the one that counts last.</returns>
    /// <inheritdoc cref="GetDailyRainfallAsync" path="/exception"/>
    public IAsyncEnumerable<AccumulatedRainfall> GetAccumulatedRainfallAsync(
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        DateTimeOffset? asKnownAt = null,
        CancellationToken cancellationToken = default)
    {
        if (resolution == HistoryResolution.FifteenMinutes)
        {
            CheckDays(first, last);
            return ReadCountsAsync(site, first, last, asKnownAt, cancellationToken);
        }

        IAsyncEnumerable<HistoryRecord> records = GetHistoryAsync(site, HistoryParameter.Rain, first, last, resolution, asKnownAt, cancellationToken);
        return ReadCountsAsync(records, cancellationToken);
    }

    /// <summary>Reads the history of a site, oldest record first.</summary>
    /// <param name="site">The site.</param>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="resolution">The spacing of the records. Hourly is the first record of each hour.</param>
    /// <param name="asKnownAt">The time of which the knowledge is asked; null for the newest.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The records of the archive, with two decimals. <see cref="HistoryRecord.Value3"/> is null, and of rain <see cref="HistoryRecord.Value2"/> too.</returns>
    /// <exception cref="ArgumentException">The first day is after the last, or an archive has no such parameter; thrown before anything is read.</exception>
    /// <inheritdoc cref="GetDailyRainfallAsync" path="/exception[2]"/>
    public IAsyncEnumerable<HistoryRecord> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        DateTimeOffset? asKnownAt = null,
        CancellationToken cancellationToken = default)
    {
        CheckDays(first, last);
        ArchiveParameter number = ArchiveParameters.FirstOf(parameter, nameof(parameter));
        if (!Enum.IsDefined(resolution) || (parameter.Equals(HistoryParameter.RainDaily) && resolution == HistoryResolution.Hourly))
        {
            throw new ArgumentException("There are no hourly records of daily rain: leave the resolution out.", nameof(resolution));
        }

        IAsyncEnumerable<HistoryRecord> records = ReadRecordsAsync(site, number, first, last, asKnownAt, cancellationToken);
        return resolution == HistoryResolution.Hourly ? FirstOfEachHourAsync(records, cancellationToken) : records;
    }

    /// <summary>Tells which part of a window was requested, so that a missing value can be told from one that nobody has requested yet.</summary>
    /// <param name="site">The site.</param>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The spans that are in the archive, and those that are not.</returns>
    /// <exception cref="ArgumentException">The first day is after the last, or an archive has no such parameter.</exception>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    public async Task<ArchiveCoverage> GetCoverageAsync(
        SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
    {
        CheckDays(first, last);
        ArchiveParameter number = ArchiveParameters.FirstOf(parameter, nameof(parameter));
        (long start, long end) = Seconds(first, last);
        await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
        List<(long Start, long End)> spans = await _store.ReadOnceAsync(
            (session, token) => CoverageValues.ReadAsync(session, site, number, start, end, token), cancellationToken).ConfigureAwait(false);
        (List<ArchiveSpan> requested, List<ArchiveSpan> missing) = CoverageValues.Cut(spans, start, end);
        return new ArchiveCoverage { Site = site, Parameter = parameter, First = first, Last = last, Requested = requested, NotInArchive = missing };
    }

    private static (long Start, long End) Seconds(DateOnly first, DateOnly last) =>
        (EpochTime.Seconds(CentralTime.StartOfDay(first)), EpochTime.Seconds(CentralTime.StartOfDay(last.AddDays(1))));

    private static void CheckDays(DateOnly first, DateOnly last)
    {
        if (first > last)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The first day ({first:yyyy-MM-dd}) is after the last ({last:yyyy-MM-dd}): swap them."), nameof(first));
        }

        if (first.Year < 1900 || last == DateOnly.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(first), first, "The days must be between 1900 and 9999.");
        }
    }

    private async IAsyncEnumerable<DailyRainfall> ReadDaysAsync(
        SiteId site, DateOnly first, DateOnly last, DateTimeOffset? asKnownAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (DateOnly from = first; from <= last; from = from.AddDays(DailyDaysAtOnce))
        {
            long start = EpochTime.DaysOf(from);
            long end = Math.Min(start + DailyDaysAtOnce, EpochTime.DaysOf(last) + 1);
            foreach (ArchivedValue day in await ReadHistoryAsync(
                site,
                ArchiveParameter.DailyRainfall,
                asKnownAt,
                (reader, token) => reader.ReadAsync(ArchiveParameter.DailyRainfall, start, end, token),
                cancellationToken).ConfigureAwait(false) ?? [])
            {
                yield return new DailyRainfall
                {
                    Day = EpochTime.DayOf(day.Key),
                    Inches = Hundredths.ToValue(day.Value),
                    OtherInches = Hundredths.ToValue(day.Other),
                    IsPartial = day.IsPartial,
                };
            }
        }
    }

    private async IAsyncEnumerable<HistoryRecord> ReadRecordsAsync(
        SiteId site, ArchiveParameter parameter, DateOnly first, DateOnly last, DateTimeOffset? asKnownAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (DateOnly from = first; from <= last; from = from.AddDays(DaysAtOnce))
        {
            DateOnly to = last.DayNumber - from.DayNumber < DaysAtOnce ? last : from.AddDays(DaysAtOnce - 1);
            (long start, long end) = parameter == ArchiveParameter.DailyRainfall ? (EpochTime.DaysOf(from), EpochTime.DaysOf(to) + 1) : Seconds(from, to);
            (List<ArchivedValue>? firstValues, Dictionary<long, int?>? secondValues) = await ReadHistoryAsync(
                site, parameter, asKnownAt, (reader, token) => reader.ReadBothAsync(start, end, token), cancellationToken).ConfigureAwait(false);
            CentralClock clock = default;
            foreach (ArchivedValue value in firstValues ?? [])
            {
                yield return new HistoryRecord
                {
                    ObservedAt = parameter == ArchiveParameter.DailyRainfall ? CentralTime.StartOfDay(EpochTime.DayOf(value.Key)) : clock.At(value.Key),
                    Value1 = Hundredths.ToValue(value.Value),
                    OtherValue1 = Hundredths.ToValue(value.Other),
                    Value2 = Hundredths.ToValue(secondValues?.GetValueOrDefault(value.Key)),
                };
            }
        }
    }

    // The newest of one parameter is one statement; two parameters or versions are several, which a transaction shows the same moment.
    private async Task<T?> ReadHistoryAsync<T>(
        SiteId site, ArchiveParameter first, DateTimeOffset? asKnownAt, Func<HistoryReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (asKnownAt is { } moment)
        {
            return await ReadSiteAsync(
                site, (session, values, token) => read(new HistoryReader(session, values, first, EpochTime.Seconds(moment)), token), cancellationToken).ConfigureAwait(false);
        }

        await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
        SiteValues newest = new(site, number: null, FirstOpenDay, _store.Name);
        Task<T> NewestAsync(ArchiveSession session, CancellationToken token) => read(new HistoryReader(session, newest, first, knownAt: null), token);
        return await (ArchiveParameters.SecondOf(first) is null ? _store.ReadOnceAsync(NewestAsync, cancellationToken) : _store.ReadAsync(NewestAsync, cancellationToken)).ConfigureAwait(false);
    }

    // The default where the site is not in the archive.
    private Task<T?> ReadSiteAsync<T>(SiteId site, Func<ArchiveSession, SiteValues, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(
            async (session, token) => await SiteValues.FindAsync(session, site, token).ConfigureAwait(false) is { } number
                ? await read(session, new SiteValues(site, number, FirstOpenDay, _store.Name), token).ConfigureAwait(false)
                : default,
            cancellationToken);
}
