using System.Globalization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;

namespace RainfallSite.Security;

/// <summary>Limits how often one client may ask in a minute, when a limit is configured. Health and static files are free.</summary>
internal static class RateLimit
{
    public static void UseRateLimit(this WebApplication app)
    {
        if (Read(app.Configuration) is not { } requestsPerMinute)
        {
            return;
        }

        ClientRateLimiter allowance = new(requestsPerMinute, app.Services.GetRequiredService<TimeProvider>());
        app.Use((context, next) =>
        {
            if (IsFree(context.GetEndpoint()) || allowance.Take(context.Connection.RemoteIpAddress) is not { } wait)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }

    private static int? Read(IConfiguration configuration) => configuration[SettingNames.RequestsPerMinute] switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 => number,
        var text => throw SettingNames.Bad(SettingNames.RequestsPerMinute, "a whole number above zero, or not be set", text),
    };

    private static bool IsFree(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null
        || endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
