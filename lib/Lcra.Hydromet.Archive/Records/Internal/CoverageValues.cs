using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The spans of time that were requested, merged, in seconds since 1970. An end is not included.</summary>
internal static class CoverageValues
{
    public static async Task<List<(long Start, long End)>> ReadAsync(
        ArchiveSession session, SiteId site, ArchiveParameter parameter, long start, long end, CancellationToken cancellationToken)
    {
        List<(long Start, long End)> spans = [];
        await session.RunAsync([Reading(site, parameter, start, end, spans)], cancellationToken).ConfigureAwait(false);
        return spans;
    }

    /// <summary>Makes the statement that adds the spans that touch another one to a list.</summary>
    public static SqlStatement Reading(SiteId site, ArchiveParameter parameter, long start, long end, List<(long Start, long End)> spans) => new(
        ArchiveStatements.Coverage,
        row => spans.Add((row.Instant(0), row.Instant(1))),
        [.. SiteValues.Names(site), .. Span(parameter, start, end)]);

    /// <summary>Makes the statements that add a span, merged with those that touch it; none where it is in one of them.</summary>
    public static IEnumerable<SqlStatement> Adding(long site, ArchiveParameter parameter, long start, long end, IReadOnlyList<(long Start, long End)> touched)
    {
        if (end <= start || (touched is [var single] && single.Start <= start && single.End >= end))
        {
            return [];
        }

        if (touched.Count == 0)
        {
            return [Insertion(start, end)];
        }

        SqlStatement removal = new(ArchiveStatements.RemoveCoverage, Take: null, [("@site", SqlValue.Integer(site)), .. Span(parameter, touched[0].Start, touched[^1].Start)]);
        return [removal, Insertion(Math.Min(start, touched[0].Start), Math.Max(end, touched.Max(span => span.End)))];

        SqlStatement Insertion(long from, long to) =>
            ArchiveTables.Coverage.Insertion([SqlValue.Integer(site), SqlValue.Small((int)parameter), SqlValue.Instant(from), SqlValue.Instant(to)]);
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

    private static (string Name, SqlValue Value)[] Span(ArchiveParameter parameter, long start, long end) =>
        [("@parameter", SqlValue.Small((int)parameter)), ("@start", SqlValue.Instant(start)), ("@end", SqlValue.Instant(end))];
}
