using System.Diagnostics;
using System.Net;

namespace GitOps.Tests.Site;

/// <summary>A program that serves HTTP on a port of this machine. Its end ends the program.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly List<string> _output = [];
    private readonly Process _process;
    private readonly HttpClient _http;

    /// <summary>Starts the program.</summary>
    /// <param name="program">The program and its arguments.</param>
    /// <param name="folder">The folder that it starts in.</param>
    /// <param name="port">The port that it serves.</param>
    /// <param name="environment">All variables that it has.</param>
    public Server(IEnumerable<string> program, string folder, int port, IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = new(program.First(), program.Skip(1)) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Remember(line.Data);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <summary>Asks until the answer is 200. No answer yet, and 503, are no reason to give up; the end of the program and any other answer are.</summary>
    public async Task<string> AskUntilReadyAsync(string path, string host)
    {
        using CancellationTokenSource patience = new(Patience);
        while (true)
        {
            Assert.False(_process.HasExited, "It ended: " + Output);
            try
            {
                using HttpResponseMessage response = await AskAsync(path, host, patience.Token);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return await response.Content.ReadAsStringAsync(patience.Token);
                }

                Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path} answers {response.StatusCode}: {Output}");
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
        }
    }

    public async Task<HttpStatusCode> AskOnceAsync(string path, string host)
    {
        using HttpResponseMessage response = await AskAsync(path, host, CancellationToken.None);
        return response.StatusCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string host, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = host;
        return await _http.SendAsync(request, cancellationToken);
    }

    private void Remember(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }
}
