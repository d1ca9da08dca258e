using System.ComponentModel;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using RainfallSite.Caching;
using RainfallSite.Problems;
using RainfallSite.Rainfall.Api;
using RainfallSite.Rainfall.Crossings;

namespace RainfallSite.Rainfall.Plain;

/// <summary>A total as a picture, as a line of text and as a feed of crossings.</summary>
internal static class PlainEndpoints
{
    private const int MaxInches = 1000;
    private const string SiteDescription = "The gauge: a number for one of the LCRA (3018), agency and number for any other (COA:950).";

    public static void MapPlain(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/badge/{site}/{period}.svg", GetBadgeAsync)
            .WithConditionalAnswers()
            .WithTags("For pages and scripts")
            .WithName("GetBadge")
            .WithSummary("One total as a picture")
            .WithDescription("The amount, or a dash with the reason, and the time of the reading. An old number says OLD and has a dashed frame.")
            .Produces<string>(contentType: "image/svg+xml");
        routes.MapRead("/text/{site}/{period}.txt", GetTextAsync)
            .WithConditionalAnswers(showsAge: true)
            .WithTags("For pages and scripts")
            .WithName("GetText")
            .WithSummary("One total as a line of text")
            .Produces<string>(contentType: "text/plain");
        routes.MapRead("/atom/{site}/{period}", GetAtomAsync)
            .WithConditionalAnswers()
            .WithTags("For pages and scripts")
            .WithName("GetCrossings")
            .WithSummary("An Atom feed of a threshold")
            .WithDescription("The state now, and each rise over the threshold or fall back between two reports that this server saw since it started: at most the last 31 changes of the total. Nothing is kept over a restart, and what fell between two reports is not seen.")
            .Produces<string>(contentType: "application/atom+xml");
    }

    private static Task<IResult> GetBadgeAsync(
        [Description(SiteDescription)] string site,
        [Description("The period's key.")] string period,
        GaugeLookup gauges,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken) => gauges.AnswerAsync(
            site, period, context, total => Results.Text(Badge.Of(total, clock.GetUtcNow()), "image/svg+xml", Encoding.UTF8), cancellationToken);

    private static Task<IResult> GetTextAsync(
        [Description(SiteDescription)] string site,
        [Description("The period's key.")] string period,
        GaugeLookup gauges,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken) => gauges.AnswerAsync(
            site, period, context, total => Results.Text(TextLine.Of(total, clock.GetUtcNow()), "text/plain", Encoding.UTF8), cancellationToken);

    private static async Task<IResult> GetAtomAsync(
        [Description(SiteDescription)] string site,
        [Description("The period's key.")] string period,
        GaugeLookup gauges,
        RainfallStore store,
        CrossingLog log,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description("The threshold in inches, as in 1.00: a total over it counts, one equal to it does not.")] string? over = null)
    {
        if (!decimal.TryParse(over, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal inches) || inches > MaxInches)
        {
            return SiteProblems.BadQuery($"over is the threshold in inches: a number from 0 to {MaxInches} with a decimal point, as in over=1.00.");
        }

        return await gauges.AnswerAsync(
            site,
            period,
            context,
            total =>
            {
                if (store.Current is { } report)
                {
                    log.See(report);
                }

                HttpRequest request = context.Request;
                string key = RainfallFormatter.Key(total.Site);
                Uri self = Address(request, $"/atom/{Uri.EscapeDataString(key)}/{total.Period.Key}", ("over", TotalFormatter.Inches(inches)));
                Uri page = Address(request, "/", ("site", key), ("period", total.Period.Key));
                return Results.Text(
                    AtomFeed.Of(total, inches, log.Find(total.Site.Id, total.Period, inches), self, page), "application/atom+xml", Encoding.UTF8);
            },
            cancellationToken);
    }

    private static Uri Address(HttpRequest request, string path, params (string Name, string Value)[] query) =>
        new(UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, path, QueryString.Create(query.Select(pair => KeyValuePair.Create<string, string?>(pair.Name, pair.Value)))));
}
