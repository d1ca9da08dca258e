using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using RainfallSite.Operations;
using RainfallSite.Reports;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Operations;

/// <summary>The pages that the site makes before it is ready.</summary>
public sealed class WarmUpTests : IDisposable
{
    private readonly SiteFixture _site = new();
    private readonly ConcurrentQueue<(string Address, int Status)> _made = [];

    [Fact]
    public async Task Main_pages_and_an_answer_are_made_in_both_languages()
    {
        using WarmUp warmUp = await StartAsync(after: _ => Task.CompletedTask);

        await warmUp.ExecuteTask!;

        Assert.All(_made, page => Assert.Equal(StatusCodes.Status200OK, page.Status));
        string[] pages = [.. _made.Select(page => page.Address)];
        Assert.Equal(12, pages.Length);
        Assert.Subset(pages.ToHashSet(StringComparer.Ordinal), new HashSet<string>(["/", "/gauges", "/map", "/rivers", "/lakes", "/es/", "/es/gauges", "/es/map", "/es/rivers", "/es/lakes"], StringComparer.Ordinal));
        Assert.Equal(["", "/es"], pages.Where(page => page.EndsWith("&period=24_hour", StringComparison.Ordinal)).Select(page => page[..page.IndexOf("/?site=", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Until_they_are_made_nothing_is_done_and_one_that_fails_stops_no_other()
    {
        TaskCompletionSource first = new();
        using WarmUp warmUp = await StartAsync(after: address => address == "/" ? first.Task : Task.CompletedTask);

        Assert.False(warmUp.IsDone, "It does not wait for the first page.");
        first.SetException(new InvalidOperationException("A page without its table."));
        await warmUp.ExecuteTask!;

        Assert.Equal((true, 12), (warmUp.IsDone, _made.Count));
    }

    [Fact]
    public async Task A_page_that_never_ends_is_waited_for_20_seconds()
    {
        TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using WarmUp warmUp = await StartAsync(after: address =>
        {
            waits.TrySetResult();
            return address == "/" ? new TaskCompletionSource().Task : Task.CompletedTask;
        });
        await waits.Task;

        _site.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(warmUp.IsDone, "It does not wait.");
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        await warmUp.ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((true, 1), (warmUp.IsDone, _made.Count));
    }

    [Fact]
    public async Task Without_a_report_the_pages_are_made_too()
    {
        _site.With(_ => new HttpResponseMessage(HttpStatusCode.BadGateway));
        using WarmUp warmUp = await StartAsync(after: _ => Task.CompletedTask);

        await warmUp.ExecuteTask!;

        Assert.Equal(10, _made.Count);
    }

    [Fact]
    public async Task Nothing_is_made_before_the_site_listens()
    {
        await _site.Services.GetRequiredService<FirstAttempt>().Completion;
        using StartingSite starting = new();
        TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ConcurrentQueue<bool> listening = [];
        using WarmUp warmUp = await StartAsync(
            after: _ =>
            {
                listening.Enqueue(starting.Started.IsCancellationRequested);
                made.TrySetResult();
                return Task.CompletedTask;
            },
            starting);

        await Task.WhenAny(starting.IsAwaited, made.Task);
        await starting.Started.CancelAsync();
        await warmUp.ExecuteTask!;

        Assert.Equal(Enumerable.Repeat(true, 12), listening);
    }

    public void Dispose() => _site.Dispose();

    private async Task<WarmUp> StartAsync(Func<string, Task> after, IHostApplicationLifetime? lifetime = null)
    {
        IServiceProvider services = _site.Services;
        RequestDelegate pipeline = services.GetRequiredService<WarmUp>().Pipeline!;
        WarmUp warmUp = new(
            services.GetRequiredService<FirstAttempt>(),
            services.GetRequiredService<RainfallStore>(),
            new ListeningServer(),
            lifetime ?? services.GetRequiredService<IHostApplicationLifetime>(),
            services.GetRequiredService<IServiceScopeFactory>(),
            _site.Clock,
            NullLogger<WarmUp>.Instance)
        {
            Pipeline = async context =>
            {
                string address = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
                await pipeline(context);
                _made.Enqueue((address, context.Response.StatusCode));
                await after(address);
            },
        };
        await warmUp.StartAsync(CancellationToken.None);
        return warmUp;
    }

    private sealed class StartingSite : IHostApplicationLifetime, IDisposable
    {
        private readonly TaskCompletionSource _awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Started { get; } = new();

        public Task IsAwaited => _awaited.Task;

        public CancellationToken ApplicationStarted
        {
            get
            {
                _awaited.TrySetResult();
                return Started.Token;
            }
        }

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }

        public void Dispose() => Started.Dispose();
    }

    private sealed class ListeningServer : IServer
    {
        public ListeningServer()
        {
            ServerAddressesFeature addresses = new();
            addresses.Addresses.Add("http://127.0.0.1:5080");
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
