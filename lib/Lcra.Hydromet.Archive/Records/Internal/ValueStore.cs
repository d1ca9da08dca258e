using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The values of one parameter of a site in the tables. Ranges of keys include their start and not their end.</summary>
internal abstract class ValueStore
{
    /// <summary>Makes the statement that adds the values of a range to a list. The number of a request is left 0 where it may be, which saves time.</summary>
    public abstract SqlStatement Reading(long from, long to, bool withRequests, List<ArchivedValue> values);

    public async Task<List<ArchivedValue>> ReadAsync(ArchiveSession session, long from, long to, bool withRequests, CancellationToken cancellationToken)
    {
        List<ArchivedValue> values = [];
        await session.RunAsync([Reading(from, to, withRequests, values)], cancellationToken).ConfigureAwait(false);
        return OrderedValues.Of(values);
    }

    public abstract Task<List<SupersededValue>> ReadSupersededAsync(ArchiveSession session, long from, long to, CancellationToken cancellationToken);

    /// <summary>Writes values in order: new ones, which came with a request, and corrected ones.</summary>
    public abstract Task WriteAsync(
        ArchiveSession session, IReadOnlyList<ArchivedValue> added, long request, IReadOnlyList<ArchivedValue> corrected, CancellationToken cancellationToken);

    /// <summary>Makes the statement that moves the newest value on to one that was written; none where no table has it.</summary>
    public virtual SqlStatement? Moving(ArchivedValue newest) => null;

    public abstract Task SupersedeAsync(ArchiveSession session, IReadOnlyList<SupersededValue> values, CancellationToken cancellationToken);
}
