namespace RainfallSite.Security;

/// <summary>Headers on every response: a browser runs and loads only what this site serves, does not sniff types and sends no referrer.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        string policy = Policy(TileOrigin.Read(app.Configuration));
        bool isDevelopment = app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            // On starting, because the exception handler clears headers that were set before.
            context.Response.OnStarting(() =>
            {
                IHeaderDictionary headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (context.Request.IsHttps && !isDevelopment)
                {
                    headers.StrictTransportSecurity = "max-age=31536000";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static string Policy(string? tiles) =>
        $"default-src 'self'; img-src 'self' data:{(tiles is null ? "" : " " + tiles)}; object-src 'none'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
