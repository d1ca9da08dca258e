using System.Runtime.InteropServices;
using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Reads the values of a range of keys: the newest, or those that were known at a time.</summary>
internal sealed class HistoryReader(ArchiveSession session, SiteValues values, ArchiveParameter first, long? knownAt)
{
    // Of a series, in hundredths; what is more is flagged.
    private const int MaxCount = 20_000_000;

    private const int PointsAtOnce = 128;

    private Dictionary<long, long>? _times;

    public async Task<List<ArchivedValue>> ReadAsync(ArchiveParameter parameter, long from, long to, CancellationToken cancellationToken)
    {
        ValueStore store = values.Of(parameter);
        List<ArchivedValue> newest = await store.ReadAsync(session, from, to, withRequests: knownAt is not null, cancellationToken).ConfigureAwait(false);
        if (knownAt is not { } moment)
        {
            return newest;
        }

        _times ??= await values.RequestTimesAsync(session, first, cancellationToken).ConfigureAwait(false);
        List<SupersededValue> superseded = await store.ReadSupersededAsync(session, from, to, cancellationToken).ConfigureAwait(false);
        return
        [
            .. newest.Where(value => _times[value.Request] <= moment)
                .Concat(superseded.Where(old => old.KnownAt <= moment && moment < old.BelievedUntil).Select(old => old.Value))
                .OrderBy(value => value.Key),
        ];
    }

    /// <summary>Builds a series of the readings. Without a list of them, a packed year takes half the time.</summary>
    public async Task<RainfallSeries> ReadSeriesAsync(long from, long to, Func<CounterSeriesBuilder> make, CancellationToken cancellationToken)
    {
        long newest = long.MinValue;
        bool isInOrder = true;
        CounterPoint[] points = new CounterPoint[PointsAtOnce];
        CounterSeriesBuilder builder = make();
        if (knownAt is null)
        {
            SqlStatement reading = values.Readings(first).Reading(
                from,
                to,
                withRequests: false,
                some =>
                {
                    foreach (ref readonly ArchivedValue value in some)
                    {
                        isInOrder &= value.Key > newest;
                        newest = value.Key;
                    }

                    if (isInOrder)
                    {
                        Add(builder, some, points);
                    }
                });
            await session.RunAsync([reading], cancellationToken).ConfigureAwait(false);
            if (isInOrder)
            {
                return builder.Build();
            }
        }

        builder = make();
        Add(builder, CollectionsMarshal.AsSpan(await ReadAsync(first, from, to, cancellationToken).ConfigureAwait(false)), points);
        return builder.Build();
    }

    private static void Add(CounterSeriesBuilder builder, ReadOnlySpan<ArchivedValue> values, Span<CounterPoint> points)
    {
        int count = 0;
        foreach (ref readonly ArchivedValue value in values)
        {
            bool isPlain = value.Other is null && value.Value is >= 0 and <= MaxCount;
            if (count == points.Length || !isPlain)
            {
                builder.Add(points[..count]);
                count = 0;
            }

            if (isPlain)
            {
                points[count++] = new CounterPoint(value.Key, value.Value!.Value * 100);
                continue;
            }

            // Of two amounts of one time the one that counts comes last.
            Add(builder, value.Key, value.Other);
            Add(builder, value.Key, value.Value);
        }

        builder.Add(points[..count]);
    }

    private static void Add(CounterSeriesBuilder builder, long second, int? hundredths)
    {
        if (hundredths is >= 0 and <= MaxCount)
        {
            builder.Add(new CounterPoint(second, hundredths.Value * 100));
        }
        else if (Hundredths.ToValue(hundredths) is { } inches)
        {
            builder.Add(new AccumulatedRainfall(DateTimeOffset.FromUnixTimeSeconds(second), inches));
        }
    }

    /// <summary>Reads both values of the records of a history; the second by time, null where records have only one.</summary>
    public async Task<(List<ArchivedValue> First, Dictionary<long, int?>? Second)> ReadBothAsync(long from, long to, CancellationToken cancellationToken)
    {
        List<ArchivedValue> firstValues = await ReadAsync(first, from, to, cancellationToken).ConfigureAwait(false);
        return ArchiveParameters.SecondOf(first) is { } second
            ? (firstValues, (await ReadAsync(second, from, to, cancellationToken).ConfigureAwait(false)).ToDictionary(value => value.Key, value => value.Value))
            : (firstValues, null);
    }
}
