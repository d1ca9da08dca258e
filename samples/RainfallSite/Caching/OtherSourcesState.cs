using System.Globalization;
using Lcra.Hydromet;
using RainfallSite.Archive;
using RainfallSite.Crossings;
using RainfallSite.Reports;
using RainfallSite.Rivers;
using RainfallSite.Routing;

namespace RainfallSite.Caching;

/// <summary>
/// Names what a response is made from besides the reports: the last change of a gauge in the archive, which all replicas share, and what this
/// process alone remembers. Responses that differ by it have different tags.
/// </summary>
internal sealed class OtherSourcesState(RainfallStore rainfall, NetworkStore network, StageLog stages, CrossingLog crossings, SiteArchive? archive = null)
{
    /// <summary>Gets the name of what a route's response is made from; null where it cannot be named, so that the response has no tag.</summary>
    public async ValueTask<string?> ReadAsync(HttpContext context, Endpoint route)
    {
        OtherSources sources = route.Metadata.GetMetadata<AlsoMadeFromAttribute>()?.Sources ?? OtherSources.None;
        string state = "";
        if (sources.HasFlag(OtherSources.Stages))
        {
            stages.Record(network.CurrentSites);
            state = stages.Name;
        }

        if (sources.HasFlag(OtherSources.Crossings))
        {
            state = NameOfCrossings(context.Request);
        }

        return !sources.HasFlag(OtherSources.Archive) || archive is null || !SiteId.TryParse(SiteOf(context.Request), out SiteId site) ? state
            : await ChangeOfAsync(archive, site, context.RequestAborted) is { } change ? $"{state} {change}"
            : null;
    }

    private static async ValueTask<string?> ChangeOfAsync(SiteArchive stored, SiteId site, CancellationToken cancellationToken)
    {
        try
        {
            DateTimeOffset? changed = await (await stored.OpenAsync(cancellationToken)).GetChangedAtAsync(site, cancellationToken);
            return changed?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "none";
        }
        catch (HydrometException)
        {
            return null;
        }
    }

    private static string? SiteOf(HttpRequest request) => request.RouteValues["site"] as string ?? request.RouteValues["id"] as string ?? request.Query["site"];

    private string NameOfCrossings(HttpRequest request)
    {
        if (rainfall.Current is { } report)
        {
            crossings.Record(report);
        }

        return SiteId.TryParse(SiteOf(request), out SiteId site) && RainfallPeriod.TryParse(request.RouteValues["period"] as string, out RainfallPeriod? period)
            ? crossings.NameOf(site, period)
            : "";
    }
}
