using System.Diagnostics;
using System.Reflection;
using Lcra.Hydromet.Archive;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RainfallSite.Archive;
using RainfallSite.Settings;

namespace RainfallSite.Operations;

/// <summary>Sends metrics and traces by OTLP to the configured endpoint.</summary>
internal static class Telemetry
{
    private const string Library = "Lcra.Hydromet";

    // A search by place is in the query; the rest identifies the visitor.
    private static readonly string[] PersonalTags = ["url.query", "user_agent.original", "client.address", "client.port", "network.peer.address", "network.peer.port"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[SettingNames.OtlpEndpoint] is not { Length: > 0 } endpoint)
        {
            return;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw SettingNames.Invalid(SettingNames.OtlpEndpoint, "an absolute http or https address", endpoint);
        }

        string? version = typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("RainfallSite", serviceVersion: version).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddMeter(Library, ArchiveFiller.MeterName, ArchiveWatch.MeterName))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = (activity, _) => RemovePersonalTags(activity))
                .AddHttpClientInstrumentation()
                .AddSource(Library))
            .UseOtlpExporter();
    }

    private static void RemovePersonalTags(Activity activity)
    {
        foreach (string tag in PersonalTags)
        {
            activity.SetTag(tag, null);
        }
    }
}
