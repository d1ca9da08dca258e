using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Reads the values of a range of keys: the newest, or those that were known at a time.</summary>
internal sealed class HistoryReader(ArchiveSession session, SiteValues values, ArchiveParameter first, long? knownAt)
{
    private Dictionary<long, long>? _times;

    public async Task<List<ArchivedValue>> ReadAsync(ArchiveParameter parameter, long from, long to, CancellationToken cancellationToken)
    {
        ValueStore store = values.Of(parameter);
        List<ArchivedValue> newest = await store.ReadAsync(session, from, to, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Reads the records of a history, which join its two values by time.</summary>
    public async Task<List<HistoryRecord>> ReadRecordsAsync(long from, long to, CancellationToken cancellationToken)
    {
        List<ArchivedValue> firstValues = await ReadAsync(first, from, to, cancellationToken).ConfigureAwait(false);
        Dictionary<long, int?> secondValues = [];
        if (ArchiveParameters.SecondOf(first) is { } second)
        {
            foreach (ArchivedValue value in await ReadAsync(second, from, to, cancellationToken).ConfigureAwait(false))
            {
                secondValues.Add(value.Key, value.Value);
            }
        }

        return [.. firstValues.Select(value => RecordOf(value, secondValues.GetValueOrDefault(value.Key)))];
    }

    private HistoryRecord RecordOf(ArchivedValue value, int? second) => new()
    {
        ObservedAt = first == ArchiveParameter.DailyRainfall ? CentralTime.StartOfDay(EpochTime.DayOf(value.Key)) : EpochTime.Central(value.Key),
        Value1 = Hundredths.ToValue(value.Value),
        OtherValue1 = Hundredths.ToValue(value.Other),
        Value2 = Hundredths.ToValue(second),
    };
}
