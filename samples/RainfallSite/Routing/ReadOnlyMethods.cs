namespace RainfallSite.Routing;

/// <summary>Every address accepts only GET and HEAD, whether its route says so or not.</summary>
internal static class ReadOnlyMethods
{
    public static void UseReadOnlyMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        string method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    });
}
