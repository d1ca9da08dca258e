using Microsoft.AspNetCore.Http.Features;
using RainfallSite.Security;

namespace RainfallSite.Caching;

/// <summary>
/// Sends what was made in this minute before anything else of the pipeline runs, which costs more than sending it. A rate limit counts these requests too.
/// </summary>
internal static class CachedResponses
{
    public static void UseCachedResponses(this WebApplication app)
    {
        ResponseKey keys = app.Services.GetRequiredService<ResponseKey>();
        ResponseCache cache = app.Services.GetRequiredService<ResponseCache>();
        TimeProvider clock = app.Services.GetRequiredService<TimeProvider>();
        Func<HttpContext, bool> admits = app.RateLimitAdmission();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.IfNoneMatch.Count == 0
                && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true
                && keys.Of(context, clock.GetUtcNow()) is { } key
                && cache.Find(key) is { } cached
                && admits(context))
            {
                return cached.SendAsync(context);
            }

            // The first to be registered is the last to run: then all headers are there.
            context.Response.OnStarting(() =>
            {
                if (context.Features.Get<NewResponse>() is { } made)
                {
                    cache.Add(made.Key, new CachedResponse(context.GetEndpoint(), [.. context.Response.Headers], made.Body), made.ValidFor);
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
