namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>The position of an amount in the header, or why every amount of the column is missing.</summary>
/// <param name="Index">The index in the header; -1 without such a column.</param>
/// <param name="Header">The column as the header spells it.</param>
/// <param name="Withheld">Why every amount of the column is missing, regardless of its cells.</param>
internal readonly record struct ValueColumn(int Index, string? Header, MissingReason? Withheld)
{
    public static ValueColumn None => new(-1, null, MissingReason.NotInFeed);
}
