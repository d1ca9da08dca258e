using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GitOps.Tests.Site;

/// <summary>A server on a loopback address that counts requests and answers each path as it is told to.</summary>
internal sealed class StubLcra : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly string _body;
    private readonly ConcurrentDictionary<string, (int Status, string ContentType, string? RetryAfter)> _refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);

    private StubLcra(string address, string body)
    {
        _body = body;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://" + address);
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Gets who asked last.</summary>
    public string UserAgent { get; private set; } = "";

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts a server.</summary>
    /// <param name="address">An address and a port, 0 for any.</param>
    /// <param name="body">What every feed consists of.</param>
    public static async Task<StubLcra> StartAsync(string address = "127.0.0.1:0", string body = "good")
    {
        StubLcra lcra = new(address, body);
        await lcra._server.StartAsync();
        return lcra;
    }

    public void Refuse(string path, int status, string? retryAfter = null, string contentType = "text/html") => _refusals[path] = (status, contentType, retryAfter);

    public void Serve(string path) => _refusals.TryRemove(path, out _);

    public int Requests(string path) => _requests.GetValueOrDefault(path);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path;
        UserAgent = context.Request.Headers.UserAgent.ToString();
        _requests.AddOrUpdate(path, 1, (_, count) => count + 1);
        (int status, string contentType, string? retryAfter) = _refusals.GetValueOrDefault(path, (200, path.StartsWith("/api/", StringComparison.Ordinal) ? "application/json" : "text/csv", null));
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.Headers.Date = DateTimeOffset.UnixEpoch.AddHours(1).ToString("r");
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        if (status is 302)
        {
            context.Response.Headers.Location = "http://127.0.0.1/elsewhere";
        }

        return context.Response.WriteAsync(_refusals.ContainsKey(path) ? "refused" : _body);
    }
}
