using System.ComponentModel;
using System.Globalization;
using System.Text;
using Lcra.Hydromet;
using Microsoft.AspNetCore.Http.Extensions;
using RainfallSite.Api;
using RainfallSite.Formatting;
using RainfallSite.Operations;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;
using RainfallSite.Widgets;

namespace RainfallSite.Crossings;

/// <summary>The Atom feed of a threshold.</summary>
internal static class CrossingEndpoints
{
    private const int MaxInches = 1000;

    public static void AddCrossings(this IServiceCollection services)
    {
        services.AddSingleton<CrossingLog>();
        services.AddHostedService<CrossingWatch>();
    }

    public static void MapCrossings(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/atom/{site}/{period}", ReadRoutes.Methods, GetAtomAsync)
            .WithMetadata(new MadeFromReportAttribute("over"), new AlsoMadeFromAttribute(OtherSources.Crossings))
            .WithTags("For pages and scripts")
            .WithName("GetCrossings")
            .WithSummary("An Atom feed of a threshold")
            .WithDescription("The state now, and each rise over the threshold or fall back between two reports that this server saw since it started: at most the last 31 changes of the total. A restart clears the list, and rain that fell between two reports is not seen.")
            .Produces<string>(contentType: "application/atom+xml");

    private static async Task<IResult> GetAtomAsync(
        [Description(RouteParameters.Site)] string site,
        [Description(RouteParameters.Period)] string period,
        GaugeLookup gauges,
        RainfallStore store,
        CrossingLog log,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description("The threshold in inches, as in 1.00: a total over it counts, one equal to it does not.")] string? over = null)
    {
        if (!decimal.TryParse(over, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal inches) || inches > MaxInches)
        {
            return SiteProblems.InvalidQuery($"over is the threshold in inches: a number from 0 to {MaxInches} with a decimal point, as in over=1.00.");
        }

        if (!context.Request.Host.HasValue)
        {
            return SiteProblems.InvalidQuery("A feed contains its own address, so the request needs a Host header.");
        }

        return await gauges.FindAsync(site, period, context, total => Write(total, inches, store.Current, log, context.Request), cancellationToken);
    }

    private static IResult Write(RainfallTotal total, decimal inches, RainfallReport? report, CrossingLog log, HttpRequest request)
    {
        if (report is not null)
        {
            log.Record(report);
        }

        string key = RainfallFormatter.Key(total.Site);
        Uri self = Address(request, $"/atom/{Uri.EscapeDataString(key)}/{total.Period.Key}", ("over", TotalFormatter.Inches(inches)));
        Uri page = Address(request, "/", ("site", key), ("period", total.Period.Key));
        string feed = AtomFeed.Write(total, inches, log.Find(total.Site.Id, total.Period, inches), self, page, request.HttpContext.IsRecording());
        return Results.Text(feed, "application/atom+xml", Encoding.UTF8);
    }

    private static Uri Address(HttpRequest request, string path, params (string Name, string Value)[] query) =>
        new(UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, path, QueryString.Create(query.Select(pair => KeyValuePair.Create<string, string?>(pair.Name, pair.Value)))));
}
