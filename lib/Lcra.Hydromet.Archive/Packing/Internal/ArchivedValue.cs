namespace Lcra.Hydromet.Archive.Packing.Internal;

/// <summary>A value as the archive has it, in 24 bytes: a window of a load has 17,000.</summary>
/// <param name="key">When the site was read, in seconds since 1970 in UTC; of daily rain the day, in days since 1970.</param>
/// <param name="value">The value in hundredths; null when LCRA has a record without one.</param>
/// <param name="other">The value of another record of the same time when it differs; null when there is none.</param>
/// <param name="request">The request that the value came with first.</param>
/// <param name="isPartial">Whether it is of a day that was not over.</param>
internal readonly struct ArchivedValue(long key, int? value, int? other, long request, bool isPartial = false) : IEquatable<ArchivedValue>
{
    private readonly int _value = value.GetValueOrDefault();
    private readonly int _other = other.GetValueOrDefault();
    private readonly int _request = checked((int)request);
    private readonly bool _hasValue = value is not null;
    private readonly bool _hasOther = other is not null;

    public long Key { get; } = key;

    public int? Value => _hasValue ? _value : null;

    public int? Other => _hasOther ? _other : null;

    public long Request => _request;

    public bool IsPartial { get; } = isPartial;

    public ArchivedValue WithRequest(long request) => new(Key, Value, Other, request, IsPartial);

    public bool SaysTheSameAs(ArchivedValue other) => Value == other.Value && Other == other.Other && IsPartial == other.IsPartial;

    public bool Equals(ArchivedValue other) => Key == other.Key && Request == other.Request && SaysTheSameAs(other);

    public override bool Equals(object? obj) => obj is ArchivedValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Key, Value, Request);
}
