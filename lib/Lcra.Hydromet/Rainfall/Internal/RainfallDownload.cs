using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Telemetry.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Asks for the three rainfall feeds together; one that fails keeps the rows it had.</summary>
internal sealed class RainfallDownload(FeedDownload download, FeedObserver observer)
{
    public async Task<RainfallReport> GetAsync(RainfallFeedSet? earlier, CancellationToken cancellationToken)
    {
        FeedTable? recentRows = earlier?[HydrometFeed.Rainfall].Table;
        FeedTable? fiveDayRows = earlier?[HydrometFeed.FiveDayRainfall].Table;
        FeedTable? monthYearRows = earlier?[HydrometFeed.MonthYearRainfall].Table;
        FeedResponse[] responses = await Task.WhenAll(
            download.GetAsync(HydrometFeed.Rainfall, recentRows?.Validators, cancellationToken),
            download.GetAsync(HydrometFeed.FiveDayRainfall, fiveDayRows?.Validators, cancellationToken),
            download.GetAsync(HydrometFeed.MonthYearRainfall, monthYearRows?.Validators, cancellationToken)).ConfigureAwait(false);

        FeedResult recent = Read(responses[0], RainfallFeeds.Recent, recentRows?.Rows, recentRows);
        RainfallFeedSet feeds = new(
            recent,
            Read(responses[1], RainfallFeeds.FiveDay, recent.Table?.Rows, fiveDayRows),
            Read(responses[2], RainfallFeeds.MonthYear, recent.Table?.Rows, monthYearRows));
        return feeds.Results.Any(result => result.Table is not null)
            ? new RainfallReport(feeds)
            : throw NothingReadable(feeds.Results);
    }

    private FeedResult Read(FeedResponse response, FeedDefinition definition, FeedRow[]? alike, FeedTable? earlier) =>
        observer.Observe(response, response.Read(definition, alike, earlier));

    private static HydrometException NothingReadable(IReadOnlyList<FeedResult> results)
    {
        string causes = string.Join(' ', results.Select(result => $"{result.Feed}: {result.Failure!.Message}"));
        string message = $"None of the three rainfall feeds could be read. {causes}";
        AggregateException all = new(results.Select(result => result.Failure!));
        bool transient = results.All(result => result.Failure!.IsTransient);
        return results.All(result => result.Failure is HydrometFormatException)
            ? new HydrometFormatException(message, all) { IsTransient = transient }
            : new HydrometException(message, all)
            {
                IsTransient = transient,
                RequestUri = results.Select(result => result.Failure!.RequestUri).FirstOrDefault(uri => uri is not null),
                StatusCode = results.Select(result => result.Failure!.StatusCode).FirstOrDefault(status => status is not null),
                RetryAfter = results.Max(result => result.Failure!.RetryAfter),
                Kind = results.Select(result => result.Failure!.Kind).Distinct().Skip(1).Any() ? HydrometFailureKind.Other : results[0].Failure!.Kind,
            };
    }
}
