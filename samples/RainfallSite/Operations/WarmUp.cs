using Lcra.Hydromet;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using RainfallSite.Formatting;
using RainfallSite.Language;
using RainfallSite.Reports;

namespace RainfallSite.Operations;

/// <summary>
/// Makes the main pages in each language before the site is ready, so that no visitor waits until their code is compiled.
/// Nothing is sent or cached. After 20 seconds the site is ready without the rest of them. A site that does not listen, as in tests, makes none.
/// </summary>
internal sealed partial class WarmUp(
    FirstAttempt first, RainfallStore store, IServer server, IHostApplicationLifetime lifetime, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WarmUp> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Pages = ["/", "/gauges", "/map", "/rivers", "/lakes"];

    /// <summary>Gets whether there is nothing left to make.</summary>
    public bool IsDone => ExecuteTask is { IsCompleted: true };

    /// <summary>Gets or sets the part of the pipeline that makes responses.</summary>
    public RequestDelegate? Pipeline { get; set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the site listens, the pages would delay its first response.
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await Task.WhenAll(started.Task, first.Completion).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested || Pipeline is null || server.Features.Get<IServerAddressesFeature>() is not { Addresses.Count: > 0 })
        {
            return;
        }

        RainfallGauge? gauge = store.Current?.Gauges.MaxBy(gauge => gauge[RainfallPeriod.TwentyFourHours].Inches);
        string[] answer = gauge is null ? [] : [$"/?site={RainfallFormatter.Key(gauge.Site)}&period={RainfallPeriod.TwentyFourHours.Key}"];
        using CancellationTokenSource patience = new(Patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, patience.Token);
        foreach (string address in SiteLanguages.All.SelectMany(language => Pages.Concat(answer).Select(page => SiteLanguages.PrefixOf(language) + page)))
        {
            if (!either.IsCancellationRequested)
            {
                await MakeAsync(address, either.Token);
            }
        }
    }

    private async Task MakeAsync(string address, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        DefaultHttpContext context = new() { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        IHttpRequestFeature request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        int query = address.IndexOf('?', StringComparison.Ordinal);
        (request.Method, request.Scheme, request.Protocol, request.RawTarget) = (HttpMethods.Get, "http", HttpProtocol.Http11, address);
        (request.Path, request.QueryString) = query < 0 ? (address, "") : (address[..query], address[query..]);
        context.Request.Host = new HostString("localhost");
        context.Request.Headers.AcceptEncoding = "gzip, br";
        try
        {
            await Pipeline!(context).WaitAsync(cancellationToken);
            if (context.Response.StatusCode != StatusCodes.Status200OK)
            {
                LogNotMade(address, context.Response.StatusCode);
            }
        }
        catch (Exception failure) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogFailed(failure, address);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The first response of {Address} has the status {Status}")]
    private partial void LogNotMade(string address, int status);

    [LoggerMessage(2, LogLevel.Warning, "The first response of {Address} could not be made")]
    private partial void LogFailed(Exception failure, string address);
}
