using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>Decides whether a new all-sites response replaces the one at hand.</summary>
internal static class SiteAcceptance
{
    public static SiteReport Judge(SiteReport report, FeedResponse answer, SiteReport? earlier)
    {
        if (earlier is null)
        {
            return Accepted(report, answer);
        }

        if (answer.HasOlderReport(report.Feed.ReportedAt, earlier.Feed.ReportedAt))
        {
            Finding older = FeedResponse.OlderReport(HydrometFeed.AllSites, report.Feed.ReportedAt, earlier.Feed.ReportedAt);
            return new SiteReport(earlier.Sites, earlier.Feed with { Failure = answer.Failure }, [older, .. earlier.Findings.Where(finding => finding.Kind != FindingKind.OlderReport)])
            {
                Validators = earlier.Validators,
                Rejected = earlier.Rejected,
            };
        }

        CompletenessVerdict verdict = IncompleteDownload.Judge(
            HydrometFeed.AllSites, earlier.Sites.Select(Key), [.. report.Sites.Select(Key)], endsInLine: false, earlier.Rejected);
        return verdict.Failure is { } failure
            ? new SiteReport(earlier.Sites, earlier.Feed with { Failure = failure }, earlier.Findings) { Validators = earlier.Validators, Rejected = verdict.Rejected }
            : Accepted(report, answer, verdict.Finding);

        static string Key(SiteReading site) => site.Site.Id.ToString();
    }

    private static SiteReport Accepted(SiteReport report, FeedResponse answer, Finding? finding = null) =>
        new(report.Sites, report.Feed with { Failure = answer.Failure }, finding is null ? report.Findings : [finding, .. report.Findings]) { Validators = answer.Validators };
}
