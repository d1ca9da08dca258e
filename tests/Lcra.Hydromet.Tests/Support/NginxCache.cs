using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>A real nginx on a free loopback port, with the configuration that the deployment ships in front of a feed server.</summary>
internal sealed class NginxCache : IAsyncDisposable
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feed-cache");
    private readonly List<string> _output = [];
    private readonly int _port = FreePort();
    private Process? _nginx;

    private NginxCache(Uri upstream, string validity)
    {
        if (!OperatingSystem.IsWindows())
        {
            // nginx gives up root for its work, and then has to come by here.
            File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        foreach (string name in (string[])["nginx.conf", "start.sh"])
        {
            File.Copy(Shipped(name), Path.Combine(_folder.FullName, name));
        }

        Write("listen.conf", $"listen 127.0.0.1:{_port};");
        Write("upstream.conf", $$"""
            map $host $feed_address { default http://{{upstream.Authority}}; }
            map $host $feed_host { default {{upstream.Authority}}; }
            proxy_cache_valid 200 {{validity}};
            """);
    }

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public static string Shipped(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "gitops", "components", "feed-cache", name);

    /// <summary>Starts nginx and waits until it serves.</summary>
    /// <param name="upstream">The server that replaces LCRA.</param>
    /// <param name="validity">How long a response is fresh, in nginx's notation.</param>
    public static async Task<NginxCache> StartAsync(Uri upstream, string validity = "1h")
    {
        NginxCache cache = new(upstream, validity);
        try
        {
            await cache.StartAsync();
            return cache;
        }
        catch
        {
            await cache.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync()
    {
        ProcessStartInfo start = new("sh", [Path.Combine(_folder.FullName, "start.sh"), Path.Combine(_folder.FullName, "run")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] += ":/usr/sbin";
        _nginx?.Dispose();
        _nginx = Process.Start(start)!;
        _nginx.OutputDataReceived += (_, line) => Remember(line.Data);
        _nginx.ErrorDataReceived += (_, line) => Remember(line.Data);
        _nginx.BeginOutputReadLine();
        _nginx.BeginErrorReadLine();
        using CancellationTokenSource patience = new(WaitTimeout);
        using HttpClient http = new();
        while (!await IsServingAsync(http, patience.Token))
        {
            Assert.False(_nginx.HasExited, "nginx ended: " + Output);
        }
    }

    /// <summary>Kills nginx as a machine that fails would. What it has on disk stays.</summary>
    public async Task KillAsync()
    {
        if (_nginx is { HasExited: false })
        {
            _nginx.Kill(entireProcessTree: true);
            await _nginx.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _nginx?.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    private void Remember(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private async Task<bool> IsServingAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(Address, "healthz"), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
