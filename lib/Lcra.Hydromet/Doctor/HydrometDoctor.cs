using System.Globalization;
using Lcra.Hydromet.Doctor.Internal;

namespace Lcra.Hydromet;

/// <summary>Requests every feed and tells whether each still has the schema, the filled columns and the readable values that the library expects.</summary>
public static class HydrometDoctor
{
    // A finding about a cell or a row is noise; these are about the schema, and the share rule tells when all cells of a column are bad.
    private static readonly FindingKind[] Drift =
    [
        FindingKind.UnexpectedColumn, FindingKind.MissingColumn, FindingKind.DuplicateColumn, FindingKind.MovedColumn,
        FindingKind.ColumnsByPosition, FindingKind.HeaderDatesDiffer, FindingKind.ReportTimeAssumed,
        FindingKind.TruncatedFeed, FindingKind.FutureObservation, FindingKind.GaugesLost, FindingKind.OlderReport,
    ];

    private const int HistoryDays = 7;

    // Gauge 2959 has reported since 1991.
    private static readonly SiteId HistoryGauge = SiteId.Parse("2959");

    /// <summary>Checks the rainfall feeds, the lake levels, the all-sites response and a week of one gauge's history.</summary>
    /// <param name="client">The client to ask with.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>The report. A feed that fails is a line in it, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// DoctorReport checkup = await HydrometDoctor.CheckAsync(client);
    /// Console.WriteLine(checkup.IsHealthy ? "every feed is as expected" : checkup.ToString());
    /// </code>
    /// </example>
    public static async Task<DoctorReport> CheckAsync(HydrometClient client, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        List<FeedCheck> checks = [.. await CheckRainfallAsync(client, cancellationToken).ConfigureAwait(false)];
        checks.Add(await CheckAsync(HydrometFeed.LakeLevels, async () =>
        {
            LakeReport lakes = await client.GetLakeLevelsAsync(cancellationToken).ConfigureAwait(false);
            return Judge(lakes.Feed, lakes.Findings, lakes.Table is { } table ? ColumnCounts.Of(table) : []);
        }).ConfigureAwait(false));
        checks.Add(await CheckAsync(HydrometFeed.AllSites, async () =>
        {
            SiteReport sites = await client.GetSitesAsync(cancellationToken).ConfigureAwait(false);
            return Judge(sites.Feed, sites.Findings, ColumnCounts.Of(sites));
        }).ConfigureAwait(false));
        checks.Add(await CheckAsync(HydrometFeed.History, () => CheckHistoryAsync(client, cancellationToken)).ConfigureAwait(false));
        return new DoctorReport(checks);
    }

    private static async Task<IEnumerable<FeedCheck>> CheckRainfallAsync(HydrometClient client, CancellationToken cancellationToken)
    {
        try
        {
            RainfallReport report = await client.GetRainfallAsync(RainfallScope.CsvFeeds, cancellationToken).ConfigureAwait(false);
            return report.Feeds.Select(feed => feed.Failure is { Kind: not HydrometFailureKind.Incomplete } failure
                ? Broken(feed.Feed, failure)
                : Judge(feed, report.Findings.Where(finding => finding.Feed == feed.Feed), report.FeedSet[feed.Feed].Table is { } table ? ColumnCounts.Of(table) : []));
        }
        catch (HydrometException failure)
        {
            HydrometFeed[] all = [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall];

            // The failure of the report wraps one of each feed, in this order.
            return failure.InnerException is AggregateException each
                ? all.Zip(each.InnerExceptions.OfType<HydrometException>(), Broken)
                : all.Select(feed => Broken(feed, failure));
        }
    }

    private static async Task<FeedCheck> CheckAsync(HydrometFeed feed, Func<Task<FeedCheck>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (HydrometException failure)
        {
            return Broken(feed, failure);
        }
    }

    // An empty history is no proof of anything, so it is reported as a change and not as dry.
    private static async Task<FeedCheck> CheckHistoryAsync(HydrometClient client, CancellationToken cancellationToken)
    {
        int days = 0;
        await foreach (DailyRainfall day in client
            .GetDailyRainfallAsync(HistoryGauge, client.Today.AddDays(1 - HistoryDays), client.Today, cancellationToken).ConfigureAwait(false))
        {
            days += day.Inches is null ? 0 : 1;
        }

        return new FeedCheck
        {
            Feed = HydrometFeed.History,
            Verdict = days > 0 ? FeedVerdict.AsExpected : FeedVerdict.Changed,
            Notes = [string.Create(CultureInfo.InvariantCulture, $"{days} of the last {HistoryDays} days at {HistoryGauge} have an amount.")],
        };
    }

    private static FeedCheck Judge(FeedStatus status, IEnumerable<Finding> findings, IEnumerable<ColumnCount> columns)
    {
        string[] drift =
        [
            .. findings.Where(finding => Drift.Contains(finding.Kind)).Select(finding => finding.Message),
            .. ShareRule.Judge(status.Feed, columns, status.ReportedAt),
        ];
        return new FeedCheck
        {
            Feed = status.Feed,
            Verdict = drift.Length == 0 ? FeedVerdict.AsExpected : FeedVerdict.Changed,
            Notes =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{status.RowCount} rows of {status.ReportedAt:yyyy-MM-dd HH:mm zzz}; {status.UnreadableValueCount} unreadable values, {status.SkippedRowCount} rows without a site."),
                .. drift,
            ],
        };
    }

    private static FeedCheck Broken(HydrometFeed feed, HydrometException failure) =>
        new() { Feed = feed, Verdict = FeedVerdict.Broken, Notes = [failure.Message], Failure = failure };
}
