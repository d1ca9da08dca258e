using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GitOps.Tests.Workflows;

namespace GitOps.Tests.Shipping;

/// <summary>A repository of its own in a registry, and images for two processors that are a few bytes each.</summary>
internal sealed class LocalRegistry(RegistryServer server)
{
    private readonly string _repository = $"owner/site-{Guid.NewGuid():N}"[..20];

    internal string Name => $"{server.Address}/{_repository}";

    /// <summary>Pushes an image that differs by its words, under a tag, and returns the digest of its index.</summary>
    internal async Task<string> PushAsync(string tag, string words)
    {
        DirectoryInfo layout = server.NewFolder();
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
        using HttpRequestMessage request = new(HttpMethod.Head, $"http://{server.Address}/v2/{_repository}/manifests/{tag}");
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
}
