using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet;
using RainfallSite.Problems;
using RainfallSite.Rainfall.Api;

namespace RainfallSite.Rainfall;

/// <summary>Finds what a route names, or the problem that says why it cannot be found.</summary>
internal sealed class GaugeLookup(RainfallStore store)
{
    /// <summary>Answers from the total that a route names.</summary>
    public async Task<IResult> AnswerAsync(
        string site, string period, HttpContext context, Func<RainfallTotal, IResult> answer, CancellationToken cancellationToken) =>
        RainfallPeriod.TryParse(period, out RainfallPeriod? known)
            ? await AnswerAsync(site, context, gauge => answer(gauge[known]), cancellationToken)
            : UnknownPeriod(period);

    /// <summary>Answers from the gauge that a route names.</summary>
    public async Task<IResult> AnswerAsync(
        string site, HttpContext context, Func<RainfallGauge, IResult> answer, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(cancellationToken) is not { } report)
        {
            return NothingYet(context);
        }

        return TryFind(report, site, out RainfallGauge? gauge) ? answer(gauge) : UnknownSite(report, site);
    }

    public static IResult NothingYet(HttpContext context) =>
        SiteProblems.NothingYet(context, "LCRA's feeds have not been read since this site started. Try again in half a minute.");

    private static bool TryFind(RainfallReport report, string site, [NotNullWhen(true)] out RainfallGauge? gauge)
    {
        gauge = SiteId.TryParse(site, out SiteId id) ? report.Find(id) : null;
        return gauge is not null;
    }

    private static IResult UnknownSite(RainfallReport report, string site) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "No such gauge",
        detail: $"No rain gauge is called '{site}'. A gauge is named by its number, as in /api/rainfall/3018; /api/sites lists them all.",
        extensions: [new("suggestions", GaugeSearch.Nearest(report, site).Select(SiteResponse.From).ToArray())]);

    private static IResult UnknownPeriod(string period) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "No such period",
        detail: $"No period is called '{period}'.",
        extensions: [new("periods", RainfallPeriod.All.Select(known => known.Key).ToArray())]);
}
