using System.Globalization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>A history from a <see cref="HydrometCache"/>.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed record CachedHistory<TRecord>
    where TRecord : notnull
{
    /// <summary>Gets the records, oldest first. A day or time without a record is unknown, not dry.</summary>
    public required IReadOnlyList<TRecord> Records { get; init => field = ValueList<TRecord>.Of(value); }

    /// <summary>Gets the data-quality findings about the records, at most 100.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList<Finding>.Of(value); } = ValueList<Finding>.Empty;

    /// <summary>Gets when they were downloaded, in Central time.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Gets why the last download failed, in which case these are earlier records; null when it succeeded.</summary>
    public HydrometException? Failure { get; init; }

    /// <summary>Writes the number of records and their age on one line.</summary>
    /// <returns>Records, fetch time, and the failure of the last download.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Records.Count} records, downloaded {FetchedAt:yyyy-MM-dd HH:mm zzz}{(Failure is null ? "" : ", last download failed: ")}{Failure?.Kind}");
}
