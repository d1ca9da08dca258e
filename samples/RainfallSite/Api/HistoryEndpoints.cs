using System.ComponentModel;
using System.Globalization;
using Lcra.Hydromet;
using RainfallSite.Api.Description;
using RainfallSite.Files;
using RainfallSite.Problems;
using RainfallSite.Routing;
using RainfallSite.Sites;

namespace RainfallSite.Api;

/// <summary>Any window, daily rain and climate of a gauge.</summary>
internal static class HistoryEndpoints
{
    private const int MaxDays = 36_600;
    private const string RetryAfterSeconds = "60";

    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api").WithTags("History").WithSource().WithMetadata(new AlsoMadeFromAttribute(OtherSources.Archive));
        api.MapMethods("/rainfall/{site}/window", ReadRoutes.Methods, GetWindowAsync)
            .WithName("GetWindow")
            .WithSummary("The rain in any window")
            .WithDescription("Whole local days come from LCRA's daily totals, other windows from the readings every 15 minutes. A response with status 202 has what is known now; the rest will be requested.")
            .Produces<WindowResponse>().Produces<WindowResponse>(StatusCodes.Status202Accepted);
        api.MapMethods("/history/{site}/daily", ReadRoutes.Methods, GetDaysAsync)
            .WithName("GetDailyRainfall")
            .WithSummary("Daily rain")
            .Produces<DailyRainfallResponse>().Produces<DailyRainfallResponse>(StatusCodes.Status202Accepted);
        api.MapMethods("/climate/{site}", ReadRoutes.Methods, GetClimateAsync)
            .WithName("GetClimate")
            .WithSummary("How unusual the rain is")
            .Produces<ClimateResponse>().Produces<ClimateResponse>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> GetWindowAsync(
        [Description(RouteParameters.Site)] string site,
        GaugeLookup gauges,
        SiteHistoryReader reader,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description("The start, in ISO 8601 with an offset, such as 2026-10-01T18:00:00-05:00.")] string? from = null,
        [Description("The end, in ISO 8601 with an offset.")] string? to = null)
    {
        if (Instant(from) is not { } start || Instant(to) is not { } end)
        {
            return SiteProblems.InvalidQuery("from and to are times in ISO 8601 with an offset, such as 2026-10-01T18:00:00-05:00 or 2026-10-01T23:00:00Z; + is written %2B in an address.");
        }

        RainWindow window = RainWindow.Between(start, end, clock.GetUtcNow());
        return window.Problem switch
        {
            SpanProblem.None => await gauges.FindAsync(
                site,
                context,
                async gauge => !GaugeHistory.HasAccumulated(gauge.Site.Id) ? NoHistory($"No history of {gauge.Site.Id} is published; LCRA has those of its own gauges and of Austin's.")
                    : await reader.GetTotalAsync(gauge.Site, window, cancellationToken) is var result && result.Total is { } total
                    ? Respond(context, result.Delay, isComplete => new WindowBody(gauge.Site, isComplete, total))
                    : Unavailable(context, result.Delay),
                cancellationToken),
            SpanProblem.Backwards => SiteProblems.InvalidQuery("to must be after from."),
            SpanProblem.InTheFuture => SiteProblems.InvalidQuery("from must not be in the future."),
            _ => SiteProblems.InvalidQuery($"A window has at most {RainWindow.MaxDays} days, or {DaySpan.MaxDays} whole local days."),
        };
    }

    private static async Task<IResult> GetDaysAsync(
        [Description(RouteParameters.Site)] string site,
        GaugeLookup gauges,
        GaugeHistory history,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description("The first day, such as 2026-09-01, in Central time.")] string? from = null,
        [Description("The last day, included.")] string? to = null)
    {
        if (Day(from) is not { } first || Day(to) is not { } last || last < first || last.DayNumber - first.DayNumber >= MaxDays)
        {
            return SiteProblems.InvalidQuery($"from and to are days such as 2026-09-01, at most {MaxDays} of them, the first one first.");
        }

        if (first > CentralTime.Today(clock))
        {
            return SiteProblems.InvalidQuery("from must not be in the future.");
        }

        return await gauges.FindAsync(
            site,
            context,
            async gauge =>
            {
                if (!GaugeHistory.HasDays(gauge.Site.Id))
                {
                    return NoHistory($"LCRA publishes daily rain of its own gauges alone, not of {gauge.Site.Id}.");
                }

                HistoryResult<IReadOnlyList<DailyRainfall>> days = await history.GetDaysAsync(gauge.Site.Id, first, last, cancellationToken);
                return days.Value is { } value
                    ? Respond(context, days.Delay, isComplete => new DailyRainfallBody(gauge.Site, first, last, isComplete, value))
                    : Unavailable(context, days.Delay);
            },
            cancellationToken);
    }

    private static async Task<IResult> GetClimateAsync(
        [Description(RouteParameters.Site)] string site,
        GaugeLookup gauges,
        GaugeHistory history,
        HttpContext context,
        CancellationToken cancellationToken) => await gauges.FindAsync(
            site,
            context,
            async gauge =>
            {
                if (!GaugeHistory.HasDays(gauge.Site.Id))
                {
                    return NoHistory($"LCRA publishes daily rain of its own gauges alone, not of {gauge.Site.Id}.");
                }

                HistoryResult<IReadOnlyList<DailyRainfall>> days = await history.GetRecordAsync(gauge.Site.Id, cancellationToken);
                return days.Value is { } value
                    ? Respond(context, days.Delay, isComplete => new ClimateBody(gauge.Site, isComplete, RainfallClimate.Of(value).Summarize()))
                    : Unavailable(context, days.Delay);
            },
            cancellationToken);

    private static IResult Respond<T>(HttpContext context, HistoryDelay delay, Func<bool, T> respond)
    {
        if (delay != HistoryDelay.None)
        {
            IncompleteResponse.Mark(context);
        }

        if (delay != HistoryDelay.Queued)
        {
            return Results.Ok(respond(delay == HistoryDelay.None));
        }

        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Results.Json(respond(false), statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult NoHistory(string detail) => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "No history", detail: detail);

    private static IResult Unavailable(HttpContext context, HistoryDelay delay)
    {
        if (delay == HistoryDelay.NoArchive)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "No archive",
                detail: "This site stores no histories. Its operator turns that on with the settings Archive__ConnectionString and Archive__Fill.");
        }

        context.Response.SetUnavailable();
        return Results.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "The history is unavailable",
            detail: "The history could not be read. Retry-After says in how many seconds to try again.");
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && IsYear(day.Year) ? day : null;

    private static DateTimeOffset? Instant(string? text) =>
        text is { Length: < 40 } && text.AsSpan().IndexOf('T') == 10 && (text.EndsWith('Z') || text.AsSpan(11).IndexOfAny('+', '-') > 0)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant) && IsYear(instant.Year) ? instant : null;

    // As the forms of the pages, and far from the ends of the calendar.
    private static bool IsYear(int year) => year is > 1900 and < 9999;
}
