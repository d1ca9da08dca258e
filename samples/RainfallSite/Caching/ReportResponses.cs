using Microsoft.Net.Http.Headers;
using RainfallSite.Language;
using RainfallSite.Routing;

namespace RainfallSite.Caching;

/// <summary>The parts of the pipeline around the cache of responses that let shared caches store what is made from the reports.</summary>
internal static class ReportResponses
{
    /// <summary>Returns 304 to a client that has the response, without making it: its tag depends on what it is made from, the address and the minute alone.</summary>
    public static void UseRevalidation(this IApplicationBuilder app)
    {
        OtherSourcesState others = app.ApplicationServices.GetRequiredService<OtherSourcesState>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Headers.IfNoneMatch.Count > 0
                && context.GetEndpoint() is { } route
                && route.HasTag()
                && ReportHeaders.Read(context) is { } headers
                && headers.TagOf(context.Request, await others.ReadAsync(context, route)) is { } tag
                && IsKnown(context.Request, tag))
            {
                headers.Write(context.Response, tag);
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            await next(context);
        });
    }

    /// <summary>
    /// Makes a page or another response of the reports whole before it is sent, so that it has its length: a cache then notices
    /// one that is cut. What is made from the reports alone is made once a minute.
    /// </summary>
    public static void UseWholeResponses(this IApplicationBuilder app)
    {
        ResponseKey keys = app.ApplicationServices.GetRequiredService<ResponseKey>();
        ResponseCache cache = app.ApplicationServices.GetRequiredService<ResponseCache>();
        OtherSourcesState others = app.ApplicationServices.GetRequiredService<OtherSourcesState>();
        TimeProvider clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is not { } route || !(route.IsPage() || route.HasTag()))
            {
                return next(context);
            }

            DateTimeOffset now = clock.GetUtcNow();
            string? key = keys.Of(context, route, now);
            return key is not null && cache.Find(key) is { } cached
                ? cached.SendAsync(context)
                : MakeAsync(context, next, others, route, key, now);
        });
    }

    private static async Task MakeAsync(HttpContext context, RequestDelegate next, OtherSourcesState others, Endpoint route, string? key, DateTimeOffset now)
    {
        // Before the response is made: if a new report arrives meanwhile, a client asks once more instead of missing it.
        ReportHeaders? headers = ReportHeaders.Read(context);
        string? state = route.HasTag() ? await others.ReadAsync(context, route) : null;
        using MemoryStream body = await WholeBody.CollectAsync(context, () => next(context));
        HttpResponse response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            // What says that a part is not stored yet is not the same on all replicas.
            headers?.Write(response, context.Features.Get<IncompleteResponse>() is null ? headers.TagOf(context.Request, state) : null);
        }

        if (route.IsPage())
        {
            response.Headers.ContentLanguage = SiteLanguages.Current;
        }

        if (body.Length == 0)
        {
            return;
        }

        if (key is not null && response.StatusCode == StatusCodes.Status200OK)
        {
            context.Features.Set(new NewResponse(key, body.ToArray(), ReportHeaders.NextMinute(now) - now));
        }

        await WholeBody.SendAsync(context, body);
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known)
        && known.Any(one => one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
