namespace RainfallSite.Security;

/// <summary>Bounds what a request can send and how long it can take.</summary>
internal static class RequestLimits
{
    private const int MaxBodyBytes = 4 * 1024;
    private const int MaxHeaderBytes = 16 * 1024;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        });
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new()
        {
            Timeout = ResponseTimeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
    }

    public static void UseBodyLimit(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            if (context.Request.ContentLength is not > MaxBodyBytes)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
}
