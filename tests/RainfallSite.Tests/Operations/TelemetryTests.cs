using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Operations;

public sealed class TelemetryTests
{
    [ToolFact("dotnet", "kill")]
    public async Task Metrics_and_traces_reach_the_collector_at_the_latest_when_the_site_stops()
    {
        await using OtlpCollector collector = await OtlpCollector.StartAsync();
        await RequestAsync(collector, "/api/sites");

        Assert.Contains("/api/sites", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Metrics, StringComparison.Ordinal);
        Assert.Contains("dotnet.gc.collections", collector.Metrics, StringComparison.Ordinal);
        Assert.All([collector.Traces, collector.Metrics], text => Assert.Contains("RainfallSite", text, StringComparison.Ordinal));
    }

    [ToolFact("dotnet", "kill")]
    public async Task No_trace_or_metric_identifies_a_visitor_or_a_place()
    {
        await using OtlpCollector collector = await OtlpCollector.StartAsync();
        await RequestAsync(collector, "/?near=30.571,-98.272", "/?q=Marblefallsplace", "/api/sites?near=30.571,-98.272");

        Assert.Contains("http.route", collector.Traces, StringComparison.Ordinal);
        Assert.All(
            ["30.571", "98.272", "Marblefallsplace", "203.0.113.7", "VisitorsBrowser", "url.query", "user_agent", "client.address"],
            personal => Assert.DoesNotContain(personal, collector.Traces + collector.Metrics, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task RequestAsync(OtlpCollector collector, params string[] addresses)
    {
        using SiteProcess site = SiteProcess.Start(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("ForwardedHeaders__KnownNetworks", "127.0.0.0/8"));
        using HttpClient http = await site.ListenAsync();
        http.DefaultRequestHeaders.Add("User-Agent", "VisitorsBrowser/1.0");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        foreach (string address in addresses)
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        }

        site.Terminate();
        await site.WaitForExitAsync();
    }
}
