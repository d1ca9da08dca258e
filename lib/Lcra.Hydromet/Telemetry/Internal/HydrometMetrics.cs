using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Lcra.Hydromet.Telemetry.Internal;

/// <summary>The instruments. A container has one set of them; clients made without a container share <see cref="Shared"/>.</summary>
internal sealed class HydrometMetrics
{
    private readonly ConcurrentDictionary<(HydrometFeed Feed, string Host), (DateTimeOffset ReportedAt, TimeProvider Clock)> _reports = new();
    private readonly Counter<long> _requests;
    private readonly Counter<long> _retries;
    private readonly Histogram<long> _size;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _rejectedCells;
    private readonly Counter<long> _cacheHits;

    /// <summary>Initializes a new instance over the container's meter, which has the container's lifetime.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The factory disposes the meters that it creates.")]
    public HydrometMetrics(IMeterFactory factory)
        : this(factory.Create(HydrometTelemetry.MeterName, Version))
    {
    }

    private HydrometMetrics(Meter meter)
    {
        _requests = meter.CreateCounter<long>("hydromet.requests", "{request}", "Requested downloads, each with all its retries.");
        _retries = meter.CreateCounter<long>("hydromet.retries", "{retry}", "Retries of downloads.");
        _size = meter.CreateHistogram<long>("hydromet.response.size", "By", "Size of a decompressed response.");
        _rows = meter.CreateCounter<long>("hydromet.rows", "{row}", "Rows and records that were read.");
        _rejectedCells = meter.CreateCounter<long>("hydromet.cells.rejected", "{cell}", "Cells that are missing because they are not valid.");
        _cacheHits = meter.CreateCounter<long>("hydromet.cache.hits", "{hit}", "Reports served from a cache without a download.");
        meter.CreateObservableGauge("hydromet.feed.age", Ages, "s", "Time since the report time of the last feed that was read.");
    }

    public static HydrometMetrics Shared { get; } = new(new Meter(HydrometTelemetry.MeterName, Version));

    public static ActivitySource Activities { get; } = new(HydrometTelemetry.ActivitySourceName, Version);

    /// <summary>Gets the version of the package, without the commit.</summary>
    public static string Version =>
        typeof(HydrometMetrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Counts a completed download.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="failure">Why it failed; null when it succeeded.</param>
    public void CountRequest(HydrometFeed feed, HydrometFailureKind? failure)
    {
        if (_requests.Enabled)
        {
            TagList tags = OfFeed(feed);
            if (failure is { } kind)
            {
                tags.Add("error.type", TelemetryNames.Of(kind));
            }

            _requests.Add(1, tags);
        }
    }

    public void CountRetry(HydrometFeed? feed) => _retries.Add(1, OfFeed(feed));

    public void RecordSize(HydrometFeed feed, long bytes) => _size.Record(bytes, OfFeed(feed));

    public void CountRows(HydrometFeed feed, long rows) => _rows.Add(rows, OfFeed(feed));

    /// <summary>Counts the rows of a feed and stores its report time.</summary>
    public void RecordFeed(FeedStatus status, string host, TimeProvider clock)
    {
        CountRows(status.Feed, status.RowCount);
        if (status.UnreadableValueCount > 0)
        {
            _rejectedCells.Add(status.UnreadableValueCount, OfFeed(status.Feed));
        }

        if (status.ReportedAt is { } reportedAt)
        {
            _reports[(status.Feed, host)] = (reportedAt, clock);
        }
    }

    /// <summary>Counts a report that a cache served without a download.</summary>
    /// <param name="feed">The feed; null for a whole rainfall report.</param>
    public void CountCacheHit(HydrometFeed? feed) => _cacheHits.Add(1, OfFeed(feed));

    private static TagList OfFeed(HydrometFeed? feed) => feed is null ? [] : new TagList([new("hydromet.feed", feed.Name)]);

    private IEnumerable<Measurement<double>> Ages() => _reports.Select(report => new Measurement<double>(
        (report.Value.Clock.GetUtcNow() - report.Value.ReportedAt).TotalSeconds,
        new KeyValuePair<string, object?>("hydromet.feed", report.Key.Feed.Name),
        new KeyValuePair<string, object?>("server.address", report.Key.Host)));
}
