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

    /// <summary>Reads both values of the records of a history; the second by time, null where records have only one.</summary>
    public async Task<(List<ArchivedValue> First, Dictionary<long, int?>? Second)> ReadBothAsync(long from, long to, CancellationToken cancellationToken)
    {
        List<ArchivedValue> firstValues = await ReadAsync(first, from, to, cancellationToken).ConfigureAwait(false);
        return ArchiveParameters.SecondOf(first) is { } second
            ? (firstValues, (await ReadAsync(second, from, to, cancellationToken).ConfigureAwait(false)).ToDictionary(value => value.Key, value => value.Value))
            : (firstValues, null);
    }
}
