using System.Diagnostics;
using System.IO.Compression;
using RainfallSite.Tests.Language;

namespace RainfallSite.Tests.Search;

/// <summary>The places and county borders are what the scripts write from the locked packages.</summary>
public sealed class PlacesFileTests
{
    [PackagesTheory]
    [InlineData("places.mjs", "Search/Places.csv")]
    [InlineData("counties.mjs", "wwwroot/counties.json")]
    public async Task The_script_writes_the_file_again(string script, string file)
    {
        ProcessStartInfo start = new("node", [Path.Combine(PackagesTheoryAttribute.Scripts, script)]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;

        string written = await process.StandardOutput.ReadToEndAsync();

        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(TextFile.SiteFolder(), file)), written);
    }

    [Theory]
    [InlineData("Search/Places.csv", 12_500)]
    [InlineData("wwwroot/counties.json", 8_400)]
    public void The_file_is_small(string file, int maxBytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(TextFile.SiteFolder(), file)));
        }

        Assert.InRange(compressed.Length, 5_000, maxBytes);
    }
}
