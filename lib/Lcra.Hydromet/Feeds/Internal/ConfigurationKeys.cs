namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Keys that a configuration section may have. The client, the cache and the application add their own.</summary>
internal sealed record ConfigurationKeys(IReadOnlyList<string> Names)
{
    /// <summary>Gets the keys of <see cref="HydrometClientOptions"/>.</summary>
    public static ConfigurationKeys OfClient { get; } = new(
    [
        nameof(HydrometClientOptions.BaseAddress),
        nameof(HydrometClientOptions.MaxRetryAttempts),
        nameof(HydrometClientOptions.RetryDelay),
        nameof(HydrometClientOptions.AttemptTimeout),
        nameof(HydrometClientOptions.TotalTimeout),
        nameof(HydrometClientOptions.MaxResponseBytes),
        nameof(HydrometClientOptions.Contact),
    ]);
}
