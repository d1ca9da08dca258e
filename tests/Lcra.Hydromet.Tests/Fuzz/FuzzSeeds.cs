using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>What the mutator starts from: the recorded feeds, cut to a few rows most of the time, and the feed files of the tests.</summary>
internal static class FuzzSeeds
{
    private static readonly Dictionary<string, byte[]> Recorded = HydrometRecording.StormOfOctober2026().Responses
        .Where(answer => answer.StatusCode == HttpStatusCode.OK)
        .ToDictionary(answer => answer.Path, answer => answer.Body.ToArray(), StringComparer.Ordinal);

    private static readonly Dictionary<HydrometFeed, byte[][]> Odd =
        new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.LakeLevels, HydrometFeed.AllSites }
            .ToDictionary(feed => feed, feed => FeedFiles(feed));

    private static readonly byte[][] Histories =
        [.. Recorded.Where(known => known.Key.Contains("Data/GetDataBySite", StringComparison.Ordinal)).OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Value)];

    /// <summary>Takes a whole recording, a few rows of it, or a file with an anomaly.</summary>
    public static string Csv(HydrometFeed feed, RandomSource random)
    {
        if (random.OneIn(3))
        {
            return Encoding.Latin1.GetString(random.Pick(Odd[feed]));
        }

        string whole = Encoding.Latin1.GetString(Recorded[feed.Path]);
        if (random.OneIn(200))
        {
            return whole;
        }

        string[] lines = whole.Split('\n');
        int first = 1 + random.Next(Math.Max(1, lines.Length - 12));
        return string.Join('\n', lines[..1].Concat(lines.Skip(first).Take(1 + random.Next(10)))) + "\n";
    }

    public static string AllSites(RandomSource random)
    {
        if (random.OneIn(3))
        {
            return Encoding.Latin1.GetString(random.Pick(Odd[HydrometFeed.AllSites]));
        }

        string whole = Encoding.Latin1.GetString(Recorded[HydrometFeed.AllSites.Path]);
        if (random.OneIn(500))
        {
            return whole;
        }

        string[] sites = whole.Split("\n },\n", StringSplitOptions.None);
        int first = random.Next(sites.Length - 10);
        string some = string.Join("\n },\n", sites.Skip(first).Take(1 + random.Next(5))).TrimStart('[', '\r', '\n');
        return $"[\n{some}\n }}\n]\n";
    }

    public static string History(RandomSource random)
    {
        string whole = Encoding.Latin1.GetString(random.Pick(Histories));
        string[] records = whole.Split("},", StringSplitOptions.None);
        return random.OneIn(20) || records.Length < 10 ? whole : string.Join("},", records.Take(1 + random.Next(8)).Append(records[^1]));
    }

    private static byte[][] FeedFiles(HydrometFeed feed, [CallerFilePath] string here = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(here)!, "..", "Feeds", Path.GetFileNameWithoutExtension(feed.Name));
        return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }
}
