using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The totals of reports, a row where one differs from the report before.</summary>
internal static class ReportTotals
{
    /// <summary>How long they stay.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    public static async Task<int> WriteAsync(ArchiveSession session, RainfallReport report, CancellationToken cancellationToken)
    {
        Dictionary<(string, string), long> sites = (await session.QueryAsync(
            ArchiveStatements.SiteNumbers, row => (row.Text(0), row.Text(1), row.Integer(2)), cancellationToken).ConfigureAwait(false)).ToDictionary(row => (row.Item1, row.Item2), row => row.Item3);
        Dictionary<(long, string), Latest> before = (await session.QueryAsync(
            ArchiveStatements.LatestTotals,
            row => (row.Integer(0), row.Text(1), new Latest(row.Instant(2), (int?)row.IntegerOrNull(3), row.TextOrNull(4))),
            cancellationToken).ConfigureAwait(false)).ToDictionary(row => (row.Item1, row.Item2), row => row.Item3);
        List<SqlValue[]> changed = [];
        List<SqlValue[]> latest = [];
        foreach (RainfallTotal total in report.Gauges.SelectMany(gauge => gauge.Totals).Where(SaysSomething))
        {
            SiteId id = total.Site.Id;
            if (!sites.TryGetValue((id.Agency, id.Number), out long site))
            {
                site = await SiteValues.AddAsync(session, id, cancellationToken).ConfigureAwait(false);
                sites.Add((id.Agency, id.Number), site);
            }

            Latest now = new(
                EpochTime.Seconds(total.Source.ReportedAt!.Value), total.Inches is { } inches ? (int)Math.Round(inches * 100, MidpointRounding.ToEven) : null, total.Missing?.ToString());
            if (before.TryGetValue((site, total.Period.Key), out Latest? known) && (known.ReportedAt >= now.ReportedAt || known with { ReportedAt = now.ReportedAt } == now))
            {
                continue;
            }

            SqlValue[] key = [SqlValue.Integer(site), SqlValue.Text(total.Period.Key), SqlValue.Instant(now.ReportedAt)];
            SqlValue[] value = [SqlValue.Integer(now.Amount), SqlValue.Text(now.Missing)];
            changed.Add([.. key, SqlValue.Instant(total.ObservedAt is { } at ? EpochTime.Seconds(at) : null), .. value]);
            latest.Add([.. key, .. value]);
        }

        await session.InsertAsync(ArchiveTables.ReportTotal, changed, cancellationToken).ConfigureAwait(false);
        await session.UpsertAsync(ArchiveTables.ReportLatest, latest, cancellationToken).ConfigureAwait(false);
        return changed.Count;
    }

    public static Task<List<ArchivedReportTotal>> ReadAsync(
        ArchiveSession session, SiteId id, long site, RainfallPeriod period, long from, long to, CancellationToken cancellationToken) =>
        session.QueryAsync(
            ArchiveStatements.ReportTotals,
            row => new ArchivedReportTotal
            {
                Site = id,
                Period = period,
                ReportedAt = EpochTime.Central(row.Instant(0)),
                ObservedAt = row.InstantOrNull(1) is { } at ? EpochTime.Central(at) : null,
                Inches = Hundredths.ToValue((int?)row.IntegerOrNull(2)),
                Missing = row.TextOrNull(3) is { } reason ? Enum.Parse<MissingReason>(reason) : null,
            },
            cancellationToken,
            ("@site", SqlValue.Integer(site)),
            ("@period", SqlValue.Text(period.Key)),
            ("@start", SqlValue.Instant(from)),
            ("@end", SqlValue.Instant(to)));

    public static Task<int> RemoveOldAsync(ArchiveSession session, long before, CancellationToken cancellationToken) =>
        session.ExecuteAsync(ArchiveStatements.RemoveReportTotals, cancellationToken, ("@before", SqlValue.Instant(before)));

    // A feed that is unavailable or was not requested says nothing about a gauge.
    private static bool SaysSomething(RainfallTotal total) =>
        total.Source.ReportedAt is not null && total.Missing is not (MissingReason.FeedUnavailable or MissingReason.NotRequested);

    private sealed record Latest(long ReportedAt, int? Amount, string? Missing);
}
