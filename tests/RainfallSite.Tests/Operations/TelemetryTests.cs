using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RainfallSite.Tests.Operations;

public sealed class TelemetryTests
{
    [ToolFact("dotnet", "kill")]
    public async Task Metrics_and_traces_reach_the_endpoint_at_the_latest_when_the_site_stops()
    {
        ConcurrentDictionary<string, string> received = new(StringComparer.Ordinal);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication collector = builder.Build();
        collector.Run(async context =>
        {
            using StreamReader body = new(context.Request.Body, System.Text.Encoding.Latin1);
            string text = await body.ReadToEndAsync(context.RequestAborted);
            received.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
        });
        await collector.StartAsync();

        using SiteProcess site = SiteProcess.Start(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        using HttpClient http = await site.ListenAsync();
        await http.GetStringAsync(new Uri("/api/sites", UriKind.Relative));
        site.Terminate();
        await site.WaitForExitAsync();

        Assert.Contains("/api/sites", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("dotnet.gc.collections", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.All(received.Values, text => Assert.Contains("RainfallSite", text, StringComparison.Ordinal));
    }
}
