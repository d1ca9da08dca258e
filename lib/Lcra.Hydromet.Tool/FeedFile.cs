using System.Text;

namespace Lcra.Hydromet.CommandLine;

/// <summary>A file with a response of one of LCRA's feeds.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Body">The bytes of the file.</param>
internal sealed record FeedFile(HydrometFeed Feed, byte[] Body)
{
    private const int MaxHeaderLength = 1000;

    private static readonly (string Column, HydrometFeed Feed)[] Columns =
    [
        ("24 hour", HydrometFeed.Rainfall),
        ("30 day", HydrometFeed.MonthYearRainfall),
        ("previous year", HydrometFeed.MonthYearRainfall),
        ("since ", HydrometFeed.FiveDayRainfall),
        ("lake", HydrometFeed.LakeLevels),
    ];

    /// <summary>Reads a file. The feed is told by its header, else by the name of the file.</summary>
    /// <exception cref="ToolException">The file is not one of the feeds.</exception>
    public static async Task<FeedFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        byte[] body = await File.ReadAllBytesAsync(path, cancellationToken);
        string start = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, MaxHeaderLength))).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        HydrometFeed? feed = start is ['[' or '{', ..] ? HydrometFeed.AllSites : OfHeader(start.Split('\n')[0]) ?? OfName(Path.GetFileName(path));
        return feed is not null
            ? new FeedFile(feed, body)
            : throw new ToolException(ExitCode.Failed, $"'{path}' is not one of LCRA's feeds: it has neither a known header nor the name of one (Rainfall.csv, Rain5Day.csv, RainMonthYear.csv, LakeLevel.csv, GetDataForAllSites.json).");
    }

    private static HydrometFeed? OfHeader(string header) =>
        Array.Find(Columns, column => header.Contains(column.Column, StringComparison.OrdinalIgnoreCase)).Feed;

    private static HydrometFeed? OfName(string name) =>
        new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.LakeLevels, HydrometFeed.AllSites }
            .FirstOrDefault(feed => name.Contains(Path.GetFileNameWithoutExtension(feed.Name), StringComparison.OrdinalIgnoreCase));
}
