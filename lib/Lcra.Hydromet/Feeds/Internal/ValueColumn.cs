namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Where an amount stands in the header, or why the whole column gives none.</summary>
/// <param name="Index">The place in the header; -1 when there is no such column.</param>
/// <param name="Header">The column as the header spells it.</param>
/// <param name="Withheld">Why every amount of the column is missing, whatever its cells hold.</param>
internal readonly record struct ValueColumn(int Index, string? Header, MissingReason? Withheld)
{
    public static ValueColumn None => new(-1, null, MissingReason.NotInFeed);
}
