using Microsoft.Net.Http.Headers;

namespace RainfallSite.Caching;

/// <summary>The cache headers of every response that has none of its own: errors that the address alone decides are cached for a minute, others never.</summary>
internal static class CacheDefaults
{
    private const string Minute = "public, max-age=60";
    private const string Never = "no-store";
    private const string Immutable = "immutable";

    public static void UseCacheDefaults(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Complete(context.Response);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Complete(HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        string? control = headers.CacheControl;
        bool isLasting = response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound;
        if (response.StatusCode >= StatusCodes.Status400BadRequest || string.IsNullOrEmpty(control))
        {
            headers.CacheControl = isLasting ? Minute : Never;
        }
        else if (control.Contains(Immutable, StringComparison.Ordinal) && !control.Contains("public", StringComparison.Ordinal))
        {
            // Without it a shared cache does not store what a client with credentials asked for.
            headers.CacheControl = $"public, {control}";
        }

        headers.Vary = HeaderNames.AcceptEncoding;
    }
}
