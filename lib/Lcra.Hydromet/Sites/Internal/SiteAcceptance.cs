using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>Decides whether a new all-sites response replaces the one at hand.</summary>
internal static class SiteAcceptance
{
    public static SiteReport Judge(SiteReport report, FeedResponse response, SiteReport? earlier)
    {
        if (earlier is null)
        {
            return Accepted(report, response);
        }

        if (response.HasOlderReport(report.Feed.ReportedAt, earlier.Feed.ReportedAt))
        {
            Finding older = FeedResponse.OlderReport(HydrometFeed.AllSites, report.Feed.ReportedAt, earlier.Feed.ReportedAt);
            return new SiteReport(earlier.Sites, earlier.Feed with { Failure = response.Failure }, [older, .. earlier.Findings.Where(finding => finding.Kind != FindingKind.OlderReport)])
            {
                Validators = earlier.Validators,
                Incomplete = earlier.Incomplete,
            };
        }

        CompletenessVerdict verdict = IncompleteDownload.Judge(
            HydrometFeed.AllSites, earlier.Sites.Select(Key), [.. report.Sites.Select(Key)], endsInLine: false, earlier.Incomplete);
        return verdict.Failure is { } failure
            ? new SiteReport(earlier.Sites, earlier.Feed with { Failure = failure }, earlier.Findings) { Validators = earlier.Validators, Incomplete = verdict.Incomplete }
            : Accepted(report, response, verdict.Finding);

        static string Key(SiteReading site) => site.Site.Id.ToString();
    }

    private static SiteReport Accepted(SiteReport report, FeedResponse response, Finding? finding = null) =>
        new(report.Sites, report.Feed with { Failure = response.Failure }, finding is null ? report.Findings : [finding, .. report.Findings]) { Validators = response.Validators };
}
