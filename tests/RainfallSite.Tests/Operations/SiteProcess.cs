using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RainfallSite.Tests.Operations;

/// <summary>The site as a process of its own on a free port of 127.0.0.1.</summary>
internal sealed partial class SiteProcess : IDisposable
{
    public static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> IsIt, TaskCompletionSource<string> Seen)> _awaited = [];
    private readonly string _home = Directory.CreateTempSubdirectory("rainfall-site-").FullName;

    private SiteProcess(IEnumerable<(string Name, string Value)> settings)
    {
        string folder = AppContext.BaseDirectory;
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Tool.Find("dotnet")!)
        {
            // The test's own list of assemblies, so that a test can have a part of itself started in the site.
            ArgumentList =
            {
                "exec", "--depsfile", Path.Combine(folder, "RainfallSite.Tests.deps.json"),
                "--runtimeconfig", Path.Combine(folder, "RainfallSite.runtimeconfig.json"), Path.Combine(folder, "RainfallSite.dll"),
            },
            WorkingDirectory = _home,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = _home;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["AllowedHosts"] = "*";
        start.Environment["Hydromet__Source"] = "Replay";
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => See(line.Data);
        _process.ErrorDataReceived += (_, line) => See(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Home => _home;

    public int ExitCode => _process.ExitCode;

    /// <summary>Gets what the process has written so far.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public static SiteProcess Start(params (string Name, string Value)[] settings) => new(settings);

    /// <summary>Waits until it listens and gives a client of it.</summary>
    public async Task<HttpClient> ListenAsync()
    {
        string line = await SeeAsync(text => Listening().IsMatch(text));
        return new HttpClient { BaseAddress = new Uri(Listening().Match(line).Groups["address"].Value), Timeout = WaitTimeout };
    }

    public Task<string> SeeAsync(Func<string, bool> isIt)
    {
        lock (_lines)
        {
            if (_lines.Find(line => isIt(line)) is { } line)
            {
                return Task.FromResult(line);
            }

            TaskCompletionSource<string> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((isIt, seen));
            return seen.Task.WaitAsync(WaitTimeout);
        }
    }

    /// <summary>Asks it to stop, as a cluster does.</summary>
    public void Terminate()
    {
        using Process kill = Process.Start(Tool.Find("kill")!, ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task WaitForExitAsync()
    {
        using CancellationTokenSource timeout = new(WaitTimeout);
        await _process.WaitForExitAsync(timeout.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();

    private void See(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
            foreach ((_, TaskCompletionSource<string> seen) in _awaited.Where(awaited => awaited.IsIt(line)))
            {
                seen.TrySetResult(line);
            }
        }
    }
}
