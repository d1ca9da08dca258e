using System.ComponentModel;
using System.Text;
using RainfallSite.Api;
using RainfallSite.Operations;
using RainfallSite.Routing;

namespace RainfallSite.Widgets;

/// <summary>A total as a picture and as a line of text, for other pages and for scripts.</summary>
internal static class WidgetEndpoints
{
    private const string Tag = "For pages and scripts";

    public static void MapWidgets(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/badge/{site}/{period}.svg", ReadRoutes.Methods, GetBadgeAsync)
            .WithMetadata(new MadeFromReportAttribute())
            .WithTags(Tag)
            .WithName("GetBadge")
            .WithSummary("One total as a picture")
            .WithDescription("The amount, or a dash with the reason, and the observation time. An old amount says OLD and has a dashed frame.")
            .Produces<string>(contentType: "image/svg+xml");
        routes.MapMethods("/text/{site}/{period}.txt", ReadRoutes.Methods, GetTextAsync)
            .WithMetadata(new MadeFromReportAttribute())
            .WithTags(Tag)
            .WithName("GetText")
            .WithSummary("One total as a line of text")
            .Produces<string>(contentType: "text/plain");
    }

    private static Task<IResult> GetBadgeAsync(
        [Description(RouteParameters.Site)] string site,
        [Description(RouteParameters.Period)] string period,
        GaugeLookup gauges,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken) => gauges.FindAsync(
            site, period, context, total => Results.Text(Badge.Draw(total, clock.GetUtcNow(), context.IsRecording()), "image/svg+xml", Encoding.UTF8), cancellationToken);

    private static Task<IResult> GetTextAsync(
        [Description(RouteParameters.Site)] string site,
        [Description(RouteParameters.Period)] string period,
        GaugeLookup gauges,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken) => gauges.FindAsync(
            site, period, context, total => Results.Text(TextLine.Write(total, clock.GetUtcNow(), context.IsRecording()), "text/plain", Encoding.UTF8), cancellationToken);
}
