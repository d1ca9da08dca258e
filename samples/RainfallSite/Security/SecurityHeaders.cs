namespace RainfallSite.Security;

/// <summary>What every answer tells a browser: run and load only what this site serves, guess no types, tell nobody where you were.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        string policy = Policy(TileOrigin.Read(app.Configuration));
        bool isDevelopment = app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            // At the last moment, because an error clears the headers that were set before it.
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
