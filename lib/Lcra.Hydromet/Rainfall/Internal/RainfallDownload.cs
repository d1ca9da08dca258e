using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Sites.Internal;
using Lcra.Hydromet.Telemetry.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Requests the rainfall feeds together; for one that fails, the earlier rows stay.</summary>
internal sealed class RainfallDownload(FeedDownload download, FeedObserver observer)
{
    /// <summary>Requests the feeds and joins them.</summary>
    /// <param name="earlier">What an earlier report was made of; null for none.</param>
    /// <param name="sites">Requests the all-sites response; null to leave it out.</param>
    /// <param name="isDue">Tells which feeds to request; what came of the others earlier is used as it is. Null to request every feed.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    public async Task<RainfallReport> GetAsync(
        RainfallFeedSet? earlier, Func<CancellationToken, Task<SitesResult>>? sites, Func<HydrometFeed, bool>? isDue, CancellationToken cancellationToken)
    {
        Task<SitesResult>? allSites = sites?.Invoke(cancellationToken);
        Task<FeedResponse?>[] responses =
        [
            AskAsync(HydrometFeed.Rainfall),
            AskAsync(HydrometFeed.FiveDayRainfall),
            AskAsync(HydrometFeed.MonthYearRainfall),
        ];
        await Task.WhenAll([.. responses, allSites ?? Task.CompletedTask]).ConfigureAwait(false);
        FeedTable? recentRows = earlier?[HydrometFeed.Rainfall].Table;
        FeedResult recent = Read(await responses[0].ConfigureAwait(false), RainfallFeeds.Recent, recentRows?.Rows);
        RainfallFeedSet feeds = new(
            recent,
            Read(await responses[1].ConfigureAwait(false), RainfallFeeds.FiveDay, recent.Table?.Rows),
            Read(await responses[2].ConfigureAwait(false), RainfallFeeds.MonthYear, recent.Table?.Rows),
            allSites is null ? null : await allSites.ConfigureAwait(false));
        return feeds.Results.Any(result => result.Table is not null) || feeds.Sites is not null
            ? new RainfallReport(feeds)
            : throw NothingReadable([.. feeds.Results.Select(result => (result.Feed, result.Failure!)), .. feeds.SitesFailure is { } failure ? [(HydrometFeed.AllSites, failure)] : Array.Empty<(HydrometFeed, HydrometException)>()]);

        async Task<FeedResponse?> AskAsync(HydrometFeed feed) =>
            isDue?.Invoke(feed) == false
                ? null
                : await download.GetAsync(feed, earlier?[feed].Table?.Validators, cancellationToken).ConfigureAwait(false);

        FeedResult Read(FeedResponse? response, FeedDefinition definition, FeedRow[]? alike)
        {
            using FeedResponse? read = response;
            return response is null
                ? earlier![definition.Feed]
                : observer.Observe(response, response.Read(definition, alike, earlier?[definition.Feed].Table));
        }
    }

    private static HydrometException NothingReadable(IReadOnlyList<(HydrometFeed Feed, HydrometException Failure)> results)
    {
        string causes = string.Join(' ', results.Select(result => $"{result.Feed}: {result.Failure.Message}"));
        string message = $"None of the rainfall feeds could be read. {causes}";
        HydrometException[] failures = [.. results.Select(result => result.Failure)];
        AggregateException all = new(failures);
        bool transient = failures.All(failure => failure.IsTransient);
        return failures.All(failure => failure is HydrometFormatException)
            ? new HydrometFormatException(message, all) { IsTransient = transient }
            : new HydrometException(message, all)
            {
                IsTransient = transient,
                RequestUri = failures.Select(failure => failure.RequestUri).FirstOrDefault(uri => uri is not null),
                StatusCode = failures.Select(failure => failure.StatusCode).FirstOrDefault(status => status is not null),
                RetryAfter = failures.Max(failure => failure.RetryAfter),
                Kind = failures.Select(failure => failure.Kind).Distinct().Skip(1).Any() ? HydrometFailureKind.Other : failures[0].Kind,
            };
    }
}
