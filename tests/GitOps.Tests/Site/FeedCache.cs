using System.Net;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Site;

/// <summary>A real nginx, started as in the pod with the rendered files; only its port, its upstream and its name server are this machine's.</summary>
internal sealed class FeedCache : IAsyncDisposable
{
    public const string UserAgent = "a-replica/1.0";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feed-cache-");
    private readonly HttpClient _http = new();
    private readonly Server _nginx;

    private FeedCache(string upstream, IPEndPoint? nameServer)
    {
        int port = FreePort.Find();
        if (!OperatingSystem.IsWindows())
        {
            // nginx gives up root for its work, and then has to come by here.
            File.SetUnixFileMode(_folder.FullName, File.GetUnixFileMode(_folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        string mounted = Directory.CreateDirectory(Path.Combine(_folder.FullName, "mounted")).FullName;
        foreach ((string name, string text) in Config.Node.Map("data"))
        {
            File.WriteAllText(Path.Combine(mounted, name), text);
        }

        File.WriteAllText(Path.Combine(mounted, "listen.conf"), $"listen 127.0.0.1:{port};\n");
        File.WriteAllText(Path.Combine(mounted, "upstream.conf"), Config.Node.Text("data", "upstream.conf")!
            .Replace("https://hydromet.lcra.org", "http://" + upstream, StringComparison.Ordinal)
            .Replace("200 90s", "200 1s", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder.FullName, "resolv.conf"), $"search svc.cluster.local\nnameserver {nameServer?.ToString() ?? "127.0.0.1"}\noptions ndots:5\n");
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin",
            ["RESOLV_CONF"] = Path.Combine(_folder.FullName, "resolv.conf"),
            ["RESOLVER_VALID"] = "1s",
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
        _http.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        _nginx = new Server(["sh", Path.Combine(mounted, "start.sh"), Path.Combine(_folder.FullName, "run")], _folder.FullName, port, environment);
    }

    public static KubernetesObject Config => Trees.Checkout.Prod.OfKind("ConfigMap").Single(map => map.Name.StartsWith("feed-cache-config-", StringComparison.Ordinal));

    /// <summary>Starts nginx and waits until it serves.</summary>
    /// <param name="upstream">The host and port that are used for LCRA's.</param>
    /// <param name="nameServer">The name server that knows the host; null for a host that is an address.</param>
    public static async Task<FeedCache> StartAsync(string upstream, IPEndPoint? nameServer = null)
    {
        FeedCache cache = new(upstream, nameServer);
        await cache._nginx.AskUntilReadyAsync("/healthz", "localhost");
        return cache;
    }

    /// <summary>Asks once.</summary>
    public async Task<CachedResponse> GetAsync(string path)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        string? Header(string name) => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
        return new CachedResponse(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), Header("X-Cache-Status"), Header("X-Upstream-Date"), Header("X-Upstream-Status"), Header("X-Upstream-Refusal-Date"), Header("Retry-After"));
    }

    /// <summary>Asks again until the response is as expected; a minute of others fails.</summary>
    public async Task<CachedResponse> GetUntilAsync(string path, Func<CachedResponse, bool> isExpected)
    {
        using CancellationTokenSource patience = new(Patience);
        CachedResponse response = await GetAsync(path);
        while (!isExpected(response))
        {
            Assert.False(patience.IsCancellationRequested, $"{response}\n{_nginx.Output}");
            response = await GetAsync(path);
        }

        return response;
    }

    public ValueTask DisposeAsync()
    {
        _nginx.Dispose();
        _http.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
