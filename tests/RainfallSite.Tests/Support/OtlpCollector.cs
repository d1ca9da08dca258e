using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RainfallSite.Tests.Support;

/// <summary>Receives metrics and traces by OTLP over HTTP on a port of this machine.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _received = new(StringComparer.Ordinal);
    private readonly WebApplication _server;

    private OtlpCollector()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            using StreamReader body = new(context.Request.Body, Encoding.Latin1);
            string text = await body.ReadToEndAsync(context.RequestAborted);
            _received.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
        });
    }

    public string Address => _server.Urls.Single();

    /// <summary>Gets the bodies of all traces, each byte as a character: names and values in them are readable.</summary>
    public string Traces => _received.GetValueOrDefault("/v1/traces", "");

    /// <summary>Gets the bodies of all metrics, each byte as a character.</summary>
    public string Metrics => _received.GetValueOrDefault("/v1/metrics", "");

    public static async Task<OtlpCollector> StartAsync()
    {
        OtlpCollector collector = new();
        await collector._server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
