namespace RainfallSite.Security;

/// <summary>
/// Lets a page of any origin read what this site serves. Everything here is public and the same for everybody, and no
/// cookie is asked for, so there is nothing that another page could take from a visitor.
/// </summary>
internal static class CrossOrigin
{
    public static void UseCrossOriginReading(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // On every answer, asked or not: a shared cache may keep an answer that nobody asked across origins for.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.AccessControlExposeHeaders = "ETag, Retry-After";
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsOptions(context.Request.Method) || context.Request.Headers.AccessControlRequestMethod.Count == 0)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.AccessControlAllowMethods = "GET, HEAD";
        context.Response.Headers.AccessControlAllowHeaders = "If-None-Match";
        context.Response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    });
}
