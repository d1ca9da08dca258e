using Lcra.Hydromet.Replay;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GitOps.Tests.Site;

/// <summary>A server on a free loopback port that answers as LCRA did when the recording was made.</summary>
internal sealed class RecordedFeeds : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpMessageInvoker _recording = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));

    private RecordedFeeds()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");

    public static async Task<RecordedFeeds> StartAsync()
    {
        RecordedFeeds feeds = new();
        await feeds._server.StartAsync();
        return feeds;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _recording.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("http://localhost" + context.Request.Path));
        using HttpResponseMessage recorded = await _recording.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)recorded.StatusCode;
        context.Response.ContentType = recorded.Content.Headers.ContentType?.ToString();
        await recorded.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
