using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>The feed files beside the tests: one anomaly each, named after it.</summary>
internal static class FeedFile
{
    public static byte[] Read(HydrometFeed feed, string anomaly, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "Feeds", Path.GetFileNameWithoutExtension(feed.Name), anomaly + (feed == HydrometFeed.AllSites ? ".json" : ".csv")));
}
