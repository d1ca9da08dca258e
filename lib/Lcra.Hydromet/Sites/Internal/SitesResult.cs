namespace Lcra.Hydromet.Sites.Internal;

/// <summary>What requesting the all-sites response gave: a report, or why there is none.</summary>
internal sealed record SitesResult(SiteReport? Report, HydrometException? Failure)
{
    public static async Task<SitesResult> OfAsync(Task<SiteReport> download)
    {
        try
        {
            return new SitesResult(await download.ConfigureAwait(false), Failure: null);
        }
        catch (HydrometException failure)
        {
            return new SitesResult(Report: null, failure);
        }
    }
}
