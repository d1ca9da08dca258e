using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The spans of time that were requested, merged, in seconds since 1970. An end is not included.</summary>
internal static class CoverageValues
{
    public static Task<List<(long Start, long End)>> ReadAsync(
        ArchiveSession session, long site, ArchiveParameter parameter, long start, long end, CancellationToken cancellationToken) =>
        session.QueryAsync(ArchiveStatements.Coverage, row => (row.Instant(0), row.Instant(1)), cancellationToken, Span(site, parameter, start, end));

    public static async Task AddAsync(ArchiveSession session, long site, ArchiveParameter parameter, long start, long end, CancellationToken cancellationToken)
    {
        if (end <= start)
        {
            return;
        }

        List<(long Start, long End)> touched = await ReadAsync(session, site, parameter, start, end, cancellationToken).ConfigureAwait(false);
        if (touched is [var single] && single.Start <= start && single.End >= end)
        {
            return;
        }

        if (touched.Count > 0)
        {
            await session.ExecuteAsync(
                ArchiveStatements.RemoveCoverage, cancellationToken, Span(site, parameter, touched[0].Start, touched[^1].Start)).ConfigureAwait(false);
            start = Math.Min(start, touched[0].Start);
            end = Math.Max(end, touched.Max(span => span.End));
        }

        await session.InsertAsync(
            ArchiveTables.Coverage,
            [[SqlValue.Integer(site), SqlValue.Small((int)parameter), SqlValue.Instant(start), SqlValue.Instant(end)]],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cuts the spans to a window, and lists what they leave of it.</summary>
    public static (List<ArchiveSpan> Requested, List<ArchiveSpan> Missing) Cut(IEnumerable<(long Start, long End)> spans, long start, long end)
    {
        List<ArchiveSpan> requested = [];
        List<ArchiveSpan> missing = [];
        long at = start;
        foreach ((long from, long to) in spans.Select(span => (Math.Max(span.Start, start), Math.Min(span.End, end))).Where(span => span.Item2 > span.Item1))
        {
            if (from > at)
            {
                missing.Add(SpanOf(at, from));
            }

            requested.Add(SpanOf(from, to));
            at = to;
        }

        if (at < end)
        {
            missing.Add(SpanOf(at, end));
        }

        return (requested, missing);
    }

    private static ArchiveSpan SpanOf(long start, long end) => new(EpochTime.Central(start), EpochTime.Central(end));

    private static (string Name, SqlValue Value)[] Span(long site, ArchiveParameter parameter, long start, long end) =>
        [("@site", SqlValue.Integer(site)), ("@parameter", SqlValue.Small((int)parameter)), ("@start", SqlValue.Instant(start)), ("@end", SqlValue.Instant(end))];
}
