using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>Checks the ages and failures of what is cached, without a request.</summary>
internal sealed class HydrometHealthCheck(HydrometCache cache, TimeSpan maxReportAge, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check(context.Registration.FailureStatus));

    private HealthCheckResult Check(HealthStatus failureStatus)
    {
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<FeedStatus> feeds = cache.Feeds;
        Dictionary<string, object> data = new(StringComparer.Ordinal);
        List<string> problems = [];
        foreach (FeedStatus feed in feeds)
        {
            if (feed.ReportedAt is { } reported)
            {
                decimal minutes = Math.Round((now - reported).Ticks / (decimal)TimeSpan.TicksPerMinute, 1);
                data[$"{feed.Feed}.ageMinutes"] = minutes;
                if (now - reported > maxReportAge)
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"The report of {feed.Feed} is {minutes:0} minutes old."));
                }
            }

            if (feed.Failure is { } failure)
            {
                data[$"{feed.Feed}.failure"] = JsonNamingPolicy.CamelCase.ConvertName(failure.Kind.ToString());
                problems.Add($"{feed.Feed} failed: {failure.Message}");
            }
        }

        HydrometException? first = feeds.Select(feed => feed.Failure).FirstOrDefault(failure => failure is not null);
        return cache.CurrentRainfall is null
            ? new HealthCheckResult(failureStatus, $"There is no rainfall report. {first?.Message ?? "None has been downloaded yet."}", first, data)
            : problems.Count > 0
            ? HealthCheckResult.Degraded(string.Join(' ', problems), first, data)
            : HealthCheckResult.Healthy("All feeds are recent.", data);
    }
}
