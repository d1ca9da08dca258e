using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RainfallSite.Operations;

/// <summary>How the site starts, is watched and stops.</summary>
internal static class SiteOperations
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    public static void AddSiteOperations(this WebApplicationBuilder builder)
    {
        TimeZoneCheck.Require();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        if (builder.Configuration[SettingNames.OtlpEndpoint] is { Length: > 0 } endpoint)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            {
                throw SettingNames.Bad(SettingNames.OtlpEndpoint, "an absolute http or https address", endpoint);
            }

            // First, so that it stops last and sees the requests that finish during the stop.
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Telemetry>());
        }
    }

    /// <summary>Names each request's trace by its route, which the server itself does not do.</summary>
    public static void UseRequestNames(this WebApplication app)
    {
        if (app.Configuration[SettingNames.OtlpEndpoint] is not { Length: > 0 })
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
            {
                string? route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
                activity.SetTag("http.request.method", context.Request.Method);
                activity.SetTag("http.route", route);
                activity.SetTag("url.path", context.Request.Path.Value);
                activity.SetTag("http.response.status_code", context.Response.StatusCode);
            }
        });
    }

    /// <summary>
    /// Takes out the key ring that Razor Pages bring: nothing here is protected by a key, so no replica needs to write,
    /// read or share one.
    /// </summary>
    public static void RemoveKeyRing(this WebApplicationBuilder builder)
    {
        foreach (ServiceDescriptor service in builder.Services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && string.Equals(service.ImplementationType?.Name, "DataProtectionHostedService", StringComparison.Ordinal))
            .ToArray())
        {
            builder.Services.Remove(service);
        }

        builder.Services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
    }
}
