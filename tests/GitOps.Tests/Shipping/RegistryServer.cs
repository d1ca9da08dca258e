using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GitOps.Tests.Shipping;

/// <summary>A container registry on a free port of 127.0.0.1, for all tests of a class.</summary>
public sealed partial class RegistryServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lcra-hydromet-");
    private Process? _server;

    internal string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (Tool.Find("docker-registry") is not { } program)
        {
            return;
        }

        string settings = Path.Combine(_root.FullName, "registry.yml");
        await File.WriteAllTextAsync(settings, $"version: 0.1\nlog: {{level: info}}\nstorage: {{filesystem: {{rootdirectory: {_root.FullName}/store}}}}\nhttp: {{addr: '127.0.0.1:0'}}\n");
        _server = Process.Start(new ProcessStartInfo(program, ["serve", settings]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        using CancellationTokenSource patience = new(Patience);
        Match listening = Match.Empty;
        while (!listening.Success)
        {
            string line = await _server.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The registry ended.");
            listening = Listening().Match(line);
        }

        _ = _server.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = _server.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Address = listening.Groups["address"].Value;
    }

    public async Task DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }

        _server?.Dispose();
        _root.Delete(recursive: true);
    }

    internal DirectoryInfo NewFolder() => _root.CreateSubdirectory(Guid.NewGuid().ToString("N"));

    [GeneratedRegex("listening on (?<address>127[.]0[.]0[.]1:[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
