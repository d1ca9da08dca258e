using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Search;

namespace RainfallSite.Api;

/// <summary>Finds the gauge or total that a route names, or returns the problem that says why there is none.</summary>
internal sealed class GaugeLookup(RainfallStore store)
{
    /// <summary>Responds with the total that a route names.</summary>
    public async Task<IResult> FindAsync(
        string site, string period, HttpContext context, Func<RainfallTotal, IResult> respond, CancellationToken cancellationToken) =>
        RainfallPeriod.TryParse(period, out RainfallPeriod? known)
            ? await FindAsync(site, context, gauge => respond(gauge[known]), cancellationToken)
            : SiteProblems.UnknownPeriod(period);

    /// <summary>Responds with the gauge that a route names.</summary>
    public Task<IResult> FindAsync(string site, HttpContext context, Func<RainfallGauge, IResult> respond, CancellationToken cancellationToken) =>
        FindAsync(site, context, gauge => Task.FromResult(respond(gauge)), cancellationToken);

    /// <summary>Responds with what is read for the gauge that a route names.</summary>
    public async Task<IResult> FindAsync(string site, HttpContext context, Func<RainfallGauge, Task<IResult>> respond, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(cancellationToken) is not { } report)
        {
            return SiteProblems.NoReportYet(context);
        }

        return TryFind(report, site, out RainfallGauge? gauge) ? await respond(gauge) : UnknownSite(report, site);
    }

    private static bool TryFind(RainfallReport report, string site, [NotNullWhen(true)] out RainfallGauge? gauge)
    {
        gauge = SiteId.TryParse(site, out SiteId id) ? report.Find(id) : null;
        return gauge is not null;
    }

    private static IResult UnknownSite(RainfallReport report, string site) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "No such gauge",
        detail: $"No rain gauge is called '{site}'. A gauge is named by its number, as in /api/rainfall/3018; /api/sites lists them all.",
        extensions: [new("suggestions", GaugeSuggestions.For(report, site))]);
}
