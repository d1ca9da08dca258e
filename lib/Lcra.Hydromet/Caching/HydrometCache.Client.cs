using System.Runtime.CompilerServices;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <content>The cache as an <see cref="IHydrometClient"/>.</content>
public sealed partial class HydrometCache
{
    Task<RainfallReport> IHydrometClient.GetRainfallAsync(CancellationToken cancellationToken) => GetRainfallAsync(cancellationToken).AsTask();

    async Task<RainfallReport> IHydrometClient.GetRainfallAsync(RainfallScope scope, CancellationToken cancellationToken)
    {
        RainfallReport report = await GetRainfallAsync(cancellationToken).ConfigureAwait(false);
        return scope switch
        {
            RainfallScope.AllFeeds => report,
            RainfallScope.CsvFeeds when report.FeedSet.Results.Any(result => result.Table is not null) => new RainfallReport(report.FeedSet.With(joined: null)),
            RainfallScope.CsvFeeds => throw report.FeedSet.Results[0].Failure!,
            _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "The scope is not a RainfallScope."),
        };
    }

    Task<SiteReport> IHydrometClient.GetSitesAsync(CancellationToken cancellationToken) => GetSitesAsync(cancellationToken).AsTask();

    Task<LakeReport> IHydrometClient.GetLakeLevelsAsync(CancellationToken cancellationToken) => GetLakeLevelsAsync(cancellationToken).AsTask();

    IAsyncEnumerable<HistoryRecord> IHydrometClient.GetHistoryAsync(
        SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, HistoryResolution resolution, CancellationToken cancellationToken) =>
        ListAsync(GetHistoryAsync(site, parameter, first, last, resolution, cancellationToken), cancellationToken);

    IAsyncEnumerable<DailyRainfall> IHydrometClient.GetDailyRainfallAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        ListAsync(GetDailyRainfallAsync(site, first, last, cancellationToken), cancellationToken);

    IAsyncEnumerable<AccumulatedRainfall> IHydrometClient.GetAccumulatedRainfallAsync(
        SiteId site, DateOnly first, DateOnly last, HistoryResolution resolution, CancellationToken cancellationToken) =>
        RainHistory.CountsAsync(((IHydrometClient)this).GetHistoryAsync(site, HistoryParameter.Rain, first, last, resolution, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<TRecord> ListAsync<TRecord>(
        Task<CachedHistory<TRecord>> history, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRecord : notnull
    {
        foreach (TRecord record in (await history.ConfigureAwait(false)).Records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }
}
