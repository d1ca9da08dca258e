using Lcra.Hydromet;

namespace RainfallSite.Alerts;

/// <summary>Registers the watch of alerts where somebody gets them.</summary>
internal static class AlertServices
{
    public static void AddAlerts(this WebApplicationBuilder builder)
    {
        if (AlertSettings.Read(builder.Configuration) is { } options)
        {
            builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<AlertWatch>(services, options));
        }
    }
}
