namespace Lcra.Hydromet;

/// <summary>A history that a <see cref="HydrometCache"/> keeps.</summary>
/// <typeparam name="TRecord">What the history consists of.</typeparam>
public sealed record CachedHistory<TRecord>
    where TRecord : notnull
{
    /// <summary>Gets the records, oldest first; a day or a time without one is unknown, not dry.</summary>
    public required IReadOnlyList<TRecord> Records { get; init; }

    /// <summary>Gets when they were downloaded, in Central time.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Gets why the last download failed, so that these are earlier records; null when it succeeded.</summary>
    public HydrometException? Failure { get; init; }
}
