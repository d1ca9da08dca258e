using System.Buffers;

namespace Lcra.Hydromet.Replay;

/// <summary>Maps addresses to paths in a folder, and back.</summary>
internal static class RecordingPath
{
    public const string MetadataEnding = ".meta.json";
    public const string UnfinishedEnding = ".tmp";
    private const string JsonEnding = ".json";
    private const int MaxPathLength = 200;
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/");

    /// <summary>Returns the path of a request below the base address; null when it is not below it or is not a valid file name.</summary>
    public static string? Below(Uri baseAddress, Uri? address)
    {
        if (address is not { IsAbsoluteUri: true }
            || Uri.Compare(address, baseAddress, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return null;
        }

        string folder = baseAddress.AbsolutePath.TrimEnd('/') + '/';
        return address.AbsolutePath.StartsWith(folder, StringComparison.Ordinal) && IsSafe(address.AbsolutePath[folder.Length..])
            ? address.AbsolutePath[folder.Length..]
            : null;
    }

    public static string FileOf(string folder, string path) =>
        Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar)) + (IsCsv(path) ? "" : JsonEnding);

    public static string AddressOf(string file)
    {
        string path = file.Replace(Path.DirectorySeparatorChar, '/');
        return path.EndsWith(JsonEnding, StringComparison.OrdinalIgnoreCase) ? path[..^JsonEnding.Length] : path;
    }

    public static bool IsResponse(string file) =>
        !file.EndsWith(MetadataEnding, StringComparison.OrdinalIgnoreCase) && !file.EndsWith(UnfinishedEnding, StringComparison.OrdinalIgnoreCase);

    private static bool IsSafe(string path) =>
        path.Length is > 0 and <= MaxPathLength
        && !path.AsSpan().ContainsAnyExcept(Allowed)
        && IsResponse(FileOf("", path))
        && path.Split('/').All(part => part.Length > 0 && part[0] != '.' && part[^1] != '.');

    private static bool IsCsv(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}
