namespace Lcra.Hydromet;

/// <summary>A record of a history with its site, as a row of an exported table.</summary>
/// <typeparam name="TRecord">The type of the record.</typeparam>
/// <param name="Site">The site.</param>
/// <param name="Record">The record.</param>
public readonly record struct SiteRecord<TRecord>(SiteId Site, TRecord Record)
{
    /// <summary>Gets why a record without a value has none; null when LCRA's record is blank, and for a record with a value.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>Formats the site and the record on one line.</summary>
    /// <returns>Site and record.</returns>
    public override string ToString() => $"{Site} {Record}";
}
