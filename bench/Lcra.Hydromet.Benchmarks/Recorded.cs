using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Benchmarks;

/// <summary>The recorded feeds in memory, and larger feeds with the same columns.</summary>
internal static class Recorded
{
    public static HydrometRecording Storm { get; } = HydrometRecording.StormOfOctober2026();

    public static byte[] Rainfall { get; } = Bytes(HydrometFeed.Rainfall);

    public static byte[] FiveDay { get; } = Bytes(HydrometFeed.FiveDayRainfall);

    public static byte[] MonthYear { get; } = Bytes(HydrometFeed.MonthYearRainfall);

    public static byte[] Lakes { get; } = Bytes(HydrometFeed.LakeLevels);

    public static byte[] Sites { get; } = Bytes(HydrometFeed.AllSites);

    public static RainfallReport Report() => Report(Rainfall, FiveDay, MonthYear);

    /// <summary>Reads and joins three feeds as the client does.</summary>
    public static RainfallReport Report(byte[] rainfall, byte[] fiveDay, byte[] monthYear)
    {
        FeedTable recent = FeedReader.Read(RainfallFeeds.Recent, rainfall, Storm.RecordedAt);
        return new RainfallReport(new RainfallFeedSet(
            new FeedResult(HydrometFeed.Rainfall, recent, null),
            new FeedResult(HydrometFeed.FiveDayRainfall, FeedReader.Read(RainfallFeeds.FiveDay, fiveDay, Storm.RecordedAt, recent.Rows), null),
            new FeedResult(HydrometFeed.MonthYearRainfall, FeedReader.Read(RainfallFeeds.MonthYear, monthYear, Storm.RecordedAt, recent.Rows), null)));
    }

    /// <summary>Creates a feed with a number of rows: the recorded rows repeated, each with a unique site number.</summary>
    public static byte[] Grown(byte[] feed, int rows)
    {
        string[] lines = System.Text.Encoding.UTF8.GetString(feed).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return System.Text.Encoding.UTF8.GetBytes(lines[0] + "\r\n" + string.Concat(Enumerable.Range(0, rows).Select(row =>
        {
            string line = lines[1 + (row % (lines.Length - 1))];
            return FormattableString.Invariant($"{1_000_000 + row}{line[line.IndexOf(',', StringComparison.Ordinal)..]}\r\n");
        })));
    }

    private static byte[] Bytes(HydrometFeed feed) =>
        Storm.Responses.First(answer => string.Equals(answer.Path, feed.Path, StringComparison.Ordinal)).Body.ToArray();
}
