using System.Diagnostics;
using System.IO.Compression;
using RainfallSite.Tests.Language;

namespace RainfallSite.Tests.Search;

/// <summary>The list of places is what the script writes from the locked packages.</summary>
public sealed class PlacesFileTests
{
    private const int MaxCompressedBytes = 12_500;

    private static string Places => Path.Combine(TextFile.SiteFolder(), "Search", "Places.csv");

    [PackagesFact]
    public async Task The_script_writes_the_list_again()
    {
        ProcessStartInfo start = new("node", [Path.Combine(PackagesFactAttribute.Scripts, "places.mjs")]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;

        string written = await process.StandardOutput.ReadToEndAsync();

        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(Places), written);
    }

    [Fact]
    public void The_list_is_small()
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Places));
        }

        Assert.InRange(compressed.Length, 8_000, MaxCompressedBytes);
    }
}
