using System.Collections;

namespace Lcra.Hydromet.Collections.Internal;

/// <summary>A list that never changes and equals a list of the same items, so that a record that holds it compares by value.</summary>
internal sealed class ValueList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>
{
    public static ValueList<T> Empty { get; } = new([]);

    public int Count => items.Count;

    public T this[int index] => items[index];

    /// <summary>Returns the list itself, or a copy of another one. JSON that lacks a list is one without items.</summary>
    public static ValueList<T> Of(IReadOnlyList<T>? items) => items as ValueList<T> ?? (items is null or { Count: 0 } ? Empty : new ValueList<T>([.. items]));

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is ValueList<T> other && items.SequenceEqual(other);

    // A few items tell lists apart well enough.
    public override int GetHashCode() => HashCode.Combine(Count, Count > 0 ? items[0] : default, Count > 1 ? items[^1] : default);
}
