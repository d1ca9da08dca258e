using Lcra.Hydromet.Archive.Packing.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>What a response has that the archive has not, or not so.</summary>
internal sealed class ValueChanges
{
    private IReadOnlyList<ArchivedValue> _added = [];
    private readonly List<(ArchivedValue Before, ArchivedValue Now)> _corrected = [];

    public IReadOnlyList<ArchivedValue> Added => _added;

    public IReadOnlyList<(ArchivedValue Before, ArchivedValue Now)> Corrected => _corrected;

    public int Unchanged { get; private set; }

    public int Withdrawn { get; private set; }

    public bool IsAny => _added.Count + _corrected.Count > 0;

    /// <summary>Compares two lists in order of their keys.</summary>
    /// <param name="known">The values of the archive.</param>
    /// <param name="incoming">The values of the response.</param>
    /// <param name="addsBlanks">Whether a record without a value is stored too, so that it is known to be one.</param>
    public static ValueChanges Between(IReadOnlyList<ArchivedValue> known, IReadOnlyList<ArchivedValue> incoming, bool addsBlanks)
    {
        ValueChanges changes = new();
        if (known.Count == 0 && addsBlanks)
        {
            changes._added = incoming;
            return changes;
        }

        List<ArchivedValue> added = [];
        changes._added = added;
        int at = 0;
        foreach (ArchivedValue value in incoming)
        {
            for (; at < known.Count && known[at].Key < value.Key; at++)
            {
                changes.Withdrawn++;
            }

            if (at < known.Count && known[at].Key == value.Key)
            {
                changes.Compare(known[at++], value);
            }
            else if (addsBlanks || value.Value is not null)
            {
                added.Add(value);
            }
        }

        changes.Withdrawn += known.Count - at;
        return changes;
    }

    private void Compare(ArchivedValue before, ArchivedValue now)
    {
        if (before.SaysTheSameAs(now))
        {
            Unchanged++;
        }
        else
        {
            _corrected.Add((before, now));
        }
    }
}
