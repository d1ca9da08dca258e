using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>The feed files beside the tests: one oddity each, named for it.</summary>
internal static class FeedFile
{
    public static byte[] Read(HydrometFeed feed, string oddity, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "Feeds", Path.GetFileNameWithoutExtension(feed.Name), oddity + (feed == HydrometFeed.AllSites ? ".json" : ".csv")));
}
