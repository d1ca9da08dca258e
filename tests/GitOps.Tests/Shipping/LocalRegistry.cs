using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GitOps.Tests.Workflows;

namespace GitOps.Tests.Shipping;

/// <summary>A container registry on a free port of 127.0.0.1, and images for two processors that are a few bytes each.</summary>
public sealed partial class LocalRegistry : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lcra-hydromet-");
    private Process? _server;

    internal string Name { get; private set; } = "";

    public async Task InitializeAsync()
    {
        string settings = Path.Combine(_root.FullName, "registry.yml");
        await File.WriteAllTextAsync(settings, $"version: 0.1\nlog: {{level: info}}\nstorage: {{filesystem: {{rootdirectory: {_root.FullName}/store}}}}\nhttp: {{addr: '127.0.0.1:0'}}\n");
        _server = Process.Start(new ProcessStartInfo(Tool.Find("docker-registry")!, ["serve", settings]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        using CancellationTokenSource patience = new(Patience);
        Match listening = Match.Empty;
        while (!listening.Success)
        {
            string line = await _server.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The registry ended.");
            listening = Listening().Match(line);
        }

        _ = _server.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = _server.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Name = $"{listening.Groups["address"].Value}/owner/site";
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        _root.Delete(recursive: true);
    }

    internal async Task StopAsync()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }

        _server?.Dispose();
        _server = null;
    }

    /// <summary>Pushes an image that differs by its words, under a tag, and returns the digest of its index.</summary>
    internal async Task<string> PushAsync(string tag, string words)
    {
        DirectoryInfo layout = _root.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path.Combine(layout.FullName, "blobs/sha256"));
        await File.WriteAllTextAsync(Path.Combine(layout.FullName, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        object[] manifests = [Manifest(layout, words, "amd64"), Manifest(layout, words, "arm64")];
        object index = Blob(layout, "application/vnd.oci.image.index.v1+json", Json(new { schemaVersion = 2, mediaType = "application/vnd.oci.image.index.v1+json", manifests }));
        await File.WriteAllBytesAsync(Path.Combine(layout.FullName, "index.json"), Json(new { schemaVersion = 2, manifests = new[] { index } }));
        await Command.RunAsync(layout.FullName, Nothing, "skopeo", "copy", "--quiet", "--all", "--preserve-digests", "--dest-tls-verify=false", $"oci:{layout.FullName}", $"docker://{Name}:{tag}");
        return await DigestAsync(tag) ?? throw new InvalidOperationException("The registry lost an image.");
    }

    /// <summary>Asks for the digest of a tag; null where there is no such tag.</summary>
    internal async Task<string?> DigestAsync(string tag)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Head, $"http://{Name.Split('/')[0]}/v2/owner/site/manifests/{tag}");
        request.Headers.Add("Accept", "application/vnd.oci.image.index.v1+json");
        using HttpResponseMessage response = await http.SendAsync(request);
        return response.IsSuccessStatusCode ? response.Headers.GetValues("Docker-Content-Digest").Single() : null;
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static object Manifest(DirectoryInfo layout, string words, string processor)
    {
        object config = Blob(layout, "application/vnd.oci.image.config.v1+json", Json(new { architecture = processor, os = "linux", author = words, rootfs = new { type = "layers", diff_ids = Array.Empty<string>() } }));
        byte[] manifest = Json(new { schemaVersion = 2, mediaType = "application/vnd.oci.image.manifest.v1+json", config, layers = Array.Empty<object>() });
        string digest = Write(layout, manifest);
        return new { mediaType = "application/vnd.oci.image.manifest.v1+json", digest, size = manifest.Length, platform = new { architecture = processor, os = "linux" } };
    }

    private static object Blob(DirectoryInfo layout, string mediaType, byte[] content) => new { mediaType, digest = Write(layout, content), size = content.Length };

    private static string Write(DirectoryInfo layout, byte[] content)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllBytes(Path.Combine(layout.FullName, "blobs/sha256", hash), content);
        return string.Create(CultureInfo.InvariantCulture, $"sha256:{hash}");
    }

    private static byte[] Json(object value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value));

    [GeneratedRegex("listening on (?<address>127[.]0[.]0[.]1:[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
