namespace Lcra.Hydromet.Archive.Packing.Internal;

/// <summary>A value as the archive has it.</summary>
/// <param name="Key">When the site was read, in seconds since 1970 in UTC; of daily rain the day, in days since 1970.</param>
/// <param name="Value">The value in hundredths; null when LCRA has a record without one.</param>
/// <param name="Other">The value of another record of the same time when it differs; null when there is none.</param>
/// <param name="Request">The request that the value came with first.</param>
/// <param name="IsPartial">Whether it is of a day that was not over.</param>
internal readonly record struct ArchivedValue(long Key, int? Value, int? Other, long Request, bool IsPartial = false)
{
    public bool SaysTheSameAs(ArchivedValue other) => Value == other.Value && Other == other.Other && IsPartial == other.IsPartial;
}
