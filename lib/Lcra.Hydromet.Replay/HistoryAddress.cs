using System.Globalization;

namespace Lcra.Hydromet.Replay;

/// <summary>The parts of a history address: a series, such as <c>api/HistoricData/GetDataBySite/2959/rainDaily</c>, and its days.</summary>
internal sealed record HistoryAddress(string Series, string Number, bool IsDaily, bool IsHourly, DateOnly First, DateOnly Last)
{
    private const string DayFormat = "M-d-yyyy";

    /// <summary>Parses the path of an address, with any prefix before <c>api/</c>; null when it is not a history address.</summary>
    public static HistoryAddress? Parse(string path) => Parse(path, HydrometFeed.History.Path) ?? Parse(path, HydrometFeed.CoaHistory.Path);

    private static HistoryAddress? Parse(string path, string feed)
    {
        int start = path.IndexOf(feed + '/', StringComparison.Ordinal);
        if (start < 0 || (start > 0 && path[start - 1] != '/'))
        {
            return null;
        }

        string[] parts = path[(start + feed.Length + 1)..].Split('/');
        bool hourly = parts is [_, _, _, _, "hourly"];
        return (parts.Length == 4 || hourly)
            && DateOnly.TryParseExact(parts[2], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first)
            && DateOnly.TryParseExact(parts[3], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly last)
                ? new HistoryAddress(
                    $"{feed}/{parts[0]}/{parts[1]}", parts[0], string.Equals(parts[1], HistoryParameter.RainDaily.Key, StringComparison.Ordinal), hourly, first, last)
                : null;
    }
}
