namespace Lcra.Hydromet;

/// <summary>Questions that take several requests.</summary>
public static class HydrometClientExtensions
{
    private const decimal DefaultResolutionInches = 0.01m;

    // The reading before the window tells where its count begins, unless a gap lies between them.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>Gets the rain over any window, from the accumulated rainfall of the days that it touches.</summary>
    /// <param name="client">The client or the cache.</param>
    /// <param name="site">An LCRA gauge, or one of Austin (<c>COA:950</c>).</param>
    /// <param name="start">The start of the window.</param>
    /// <param name="end">The end of the window.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>The total with its coverage and gaps; its amount is null with a reason when nothing of the window was measured.</returns>
    /// <exception cref="ArgumentException">The end is not after the start, or no agency has the gauge's history; thrown before any request.</exception>
    /// <exception cref="HydrometException">A response is unavailable or unreadable.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// SeriesTotal total = await client.GetRainfallTotalAsync(SiteId.Parse("3018"), start, start.AddHours(36));
    /// Console.WriteLine(total);
    /// </code>
    /// </example>
    public static Task<SeriesTotal> GetRainfallTotalAsync(
        this IHydrometClient client, SiteId site, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (end <= start)
        {
            throw new ArgumentException("The end of the window must be after its start.", nameof(end));
        }

        return AddUpAsync(
            client.GetAccumulatedRainfallAsync(site, CentralTime.DayOf(start - Margin), CentralTime.DayOf(end + Margin), cancellationToken: cancellationToken));

        async Task<SeriesTotal> AddUpAsync(IAsyncEnumerable<AccumulatedRainfall> readings) =>
            (await RainfallSeries.FromAccumulatedRainfallAsync(readings, Margin, site.ResolutionInches ?? DefaultResolutionInches, cancellationToken).ConfigureAwait(false)).Total(start, end);
    }
}
