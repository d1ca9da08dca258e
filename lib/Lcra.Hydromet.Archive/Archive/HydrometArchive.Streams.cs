using System.Runtime.CompilerServices;
using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Archive;

/// <content>Records as readings, as a series, and by the hour.</content>
public sealed partial class HydrometArchive
{
    private async IAsyncEnumerable<AccumulatedRainfall> ReadCountsAsync(
        SiteId site, DateOnly first, DateOnly last, DateTimeOffset? asKnownAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (DateOnly from = first; from <= last; from = from.AddDays(DaysAtOnce))
        {
            (long start, long end) = Seconds(from, last.DayNumber - from.DayNumber < DaysAtOnce ? last : from.AddDays(DaysAtOnce - 1));
            CentralClock clock = default;
            foreach (ArchivedValue value in await ReadHistoryAsync(
                site,
                ArchiveParameter.AccumulatedRainfall,
                asKnownAt,
                (reader, token) => reader.ReadAsync(ArchiveParameter.AccumulatedRainfall, start, end, token),
                cancellationToken).ConfigureAwait(false) ?? [])
            {
                if (Hundredths.ToValue(value.Other) is { } other)
                {
                    yield return new AccumulatedRainfall(clock.At(value.Key), other);
                }

                if (Hundredths.ToValue(value.Value) is { } inches)
                {
                    yield return new AccumulatedRainfall(clock.At(value.Key), inches);
                }
            }
        }
    }

    private static async IAsyncEnumerable<AccumulatedRainfall> ReadCountsAsync(
        IAsyncEnumerable<HistoryRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (record.OtherValue1 is { } other)
            {
                yield return new AccumulatedRainfall(record.ObservedAt, other);
            }

            if (record.Value1 is { } inches)
            {
                yield return new AccumulatedRainfall(record.ObservedAt, inches);
            }
        }
    }

    /// <summary>Reads the accumulated rainfall of a gauge as a series, which tells the rain of any window, of local days and of events.</summary>
    /// <param name="site">The gauge.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="gapThreshold">Readings farther apart than this have a gap between them; null for an hour.</param>
    /// <param name="asKnownAt">The time of which the knowledge is asked; null for the newest.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// The series that <see cref="RainfallSeries"/> makes of the readings of <see cref="GetAccumulatedRainfallAsync"/>, in less time. Its first reading tells no
    /// rain: begin a day before the window.
    /// </returns>
    /// <exception cref="ArgumentException">The first day is after the last, or the threshold is not above zero; thrown before anything is read.</exception>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    /// <example>
    /// <code>
    /// RainfallSeries series = await archive.GetSeriesAsync(SiteId.Parse("3018"), new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 2));
    /// Console.WriteLine(series.TotalOfDays(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 1)));
    /// </code>
    /// </example>
    public Task<RainfallSeries> GetSeriesAsync(
        SiteId site, DateOnly first, DateOnly last, TimeSpan? gapThreshold = null, DateTimeOffset? asKnownAt = null, CancellationToken cancellationToken = default)
    {
        CheckDays(first, last);
        TimeSpan threshold = gapThreshold ?? TimeSpan.FromHours(1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(threshold, TimeSpan.Zero, nameof(gapThreshold));
        (long start, long end) = Seconds(first, last);
        return BuildAsync();

        async Task<RainfallSeries> BuildAsync() => await ReadHistoryAsync(
            site,
            ArchiveParameter.AccumulatedRainfall,
            asKnownAt,
            (reader, token) => reader.ReadSeriesAsync(start, end, Builder, token),
            cancellationToken).ConfigureAwait(false) ?? Builder().Build();

        CounterSeriesBuilder Builder() => new(threshold, site.IsAustin ? 0.04m : 0.01m);
    }

    private static async IAsyncEnumerable<HistoryRecord> FirstOfEachHourAsync(
        IAsyncEnumerable<HistoryRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? hour = null;
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            long current = record.ObservedAt.UtcTicks / TimeSpan.TicksPerHour;
            if (current != hour)
            {
                hour = current;
                yield return record;
            }
        }
    }
}
