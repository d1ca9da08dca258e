using System.Threading.RateLimiting;

namespace RainfallSite.Archive;

/// <summary>
/// Keeps a site without an archive from flooding LCRA: visitors' requests for histories wait for their turn, two at once and one a second after
/// a few at the start. A request that waits longer than the client's timeout fails as one without a response in time.
/// </summary>
internal sealed class HistoryPace : IDisposable
{
    public const int MaxConcurrent = 2;
    public const int MaxBurst = 20;
    private const int MaxWaiting = 1_000;

    private readonly SemaphoreSlim _concurrent = new(MaxConcurrent);
    private readonly TokenBucketRateLimiter _pace = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = MaxBurst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = MaxWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public DelegatingHandler CreateHandler() => new Handler(this);

    public void Dispose()
    {
        _concurrent.Dispose();
        _pace.Dispose();
    }

    private sealed class Handler(HistoryPace pace) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri?.AbsolutePath.Contains("/GetDataBySite/", StringComparison.Ordinal) != true)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            await pace._concurrent.WaitAsync(cancellationToken);
            try
            {
                using RateLimitLease lease = await pace._pace.AcquireAsync(cancellationToken: cancellationToken);
                return lease.IsAcquired ? await base.SendAsync(request, cancellationToken) : throw new HttpRequestException("Too many histories are waiting.");
            }
            finally
            {
                pace._concurrent.Release();
            }
        }
    }
}
