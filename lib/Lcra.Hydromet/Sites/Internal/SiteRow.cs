using System.Numerics;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>One site of the all-sites response. A value whose name is absent is not in the feed.</summary>
internal sealed class SiteRow
{
    private ulong _present;
    private Cell[] _values = [];

    public string? Number { get; set; }

    public string? Agency { get; set; }

    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? NwsId { get; set; }

    public bool IsStale { get; set; }

    public DateTimeOffset? ObservedAt { get; set; }

    /// <summary>Gets or sets why there is no reading time, where there is none.</summary>
    public MissingReason WhyUnobserved { get; set; }

    public int UnreadableValues { get; private set; }

    /// <summary>Gets the amounts of rain with more decimals than a gauge counts.</summary>
    public int UnevenValues { get; private set; }

    /// <summary>Gets how many values can be read.</summary>
    public int ReadableValues { get; private set; }

    public bool HasRain { get; private set; }

    // Few sites have more than half of the members, so a row stores only what is there, in the members' order: a third of the report's bytes.
    public Cell this[SiteMember member] =>
        (_present & Bit(member)) == 0 ? default : _values[BitOperations.PopCount(_present & (Bit(member) - 1))];

    public static ulong Bit(SiteMember member) => 1UL << (int)member;

    /// <summary>Makes a row of measurements that were read before.</summary>
    public static SiteRow Of(DateTimeOffset? observedAt, bool isStale, bool hasRain, string? nwsId, params ReadOnlySpan<(SiteMember Member, decimal? Value)> measured)
    {
        Span<Cell> values = stackalloc Cell[SiteMembers.Count];
        ulong present = 0;
        foreach ((SiteMember member, decimal? value) in measured)
        {
            if (value is { } number)
            {
                present |= Bit(member);
                values[(int)member] = Cell.Of(number, isRain: false);
            }
        }

        SiteRow row = new() { ObservedAt = observedAt, IsStale = isStale, NwsId = nwsId };
        row.SetValues(present, values);
        row.HasRain |= hasRain;
        return row;
    }

    /// <summary>Stores the values that are present.</summary>
    /// <param name="present">A bit for each member that is.</param>
    /// <param name="values">A place for each member.</param>
    public void SetValues(ulong present, ReadOnlySpan<Cell> values)
    {
        _present = present;
        _values = new Cell[BitOperations.PopCount(present)];
        int next = 0;
        for (ulong rest = present; rest != 0; rest &= rest - 1)
        {
            SiteMember member = (SiteMember)BitOperations.TrailingZeroCount(rest);
            Cell value = values[(int)member];
            _values[next++] = value;
            UnreadableValues += value.IsUnreadable ? 1 : 0;
            UnevenValues += value.IsUneven ? 1 : 0;
            ReadableValues += value.Value is null ? 0 : 1;
            HasRain |= SiteMembers.IsRain(member);
        }

        UnreadableValues += WhyUnobserved == MissingReason.Unreadable ? 1 : 0;
    }

    /// <summary>Takes the time away when it is after an instant.</summary>
    /// <returns>Whether it was.</returns>
    public bool ClearTimeAfter(DateTimeOffset newest)
    {
        if (!(ObservedAt > newest))
        {
            return false;
        }

        ObservedAt = null;
        WhyUnobserved = MissingReason.Unreadable;
        UnreadableValues++;
        return true;
    }

    /// <summary>Tells whether two rows of one site say the same.</summary>
    public bool HasSameValues(SiteRow other) => _present == other._present && _values.Select(value => value.Value).SequenceEqual(other._values.Select(value => value.Value));
}
