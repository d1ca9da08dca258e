using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Replay;

/// <summary>Edits the text of a recorded rainfall feed.</summary>
internal static partial class EditedFeed
{
    private const string CsvTime = "yyyy-MM-dd HH:mm";
    private static readonly HydrometFeed[] CsvFeeds = [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall];

    /// <summary>Determines whether a response is that of a feed.</summary>
    public static bool IsOf(RecordedResponse response, HydrometFeed feed) => string.Equals(response.Path, feed.Path, StringComparison.Ordinal);

    /// <summary>Sets the total of a gauge; null when the response has none to set.</summary>
    public static RecordedResponse? Set(RecordedResponse response, SiteId site, RainfallPeriod period, string text) =>
        IsOf(response, HydrometFeed.AllSites) ? SetMember(response, site, period, text)
        : site.IsLcra && IsOf(response, period.Feed) ? SetCell(response, site, period, text)
        : null;

    /// <summary>Moves the report time and the observation times of a rainfall feed.</summary>
    public static RecordedResponse Move(RecordedResponse response, TimeSpan time)
    {
        if (IsOf(response, HydrometFeed.AllSites))
        {
            return With(response, JsonTime().Replace(Text(response), stamp => Moved(stamp.Groups["time"].Value, time)));
        }

        return CsvFeeds.Any(feed => IsOf(response, feed))
            ? With(response, LocalTime().Replace(Text(response), stamp => EndOfDay.Read(stamp.Value) is { } local
                ? CentralTime.At(CentralTime.ToInstant(local.DateTime, RepeatedHour.Earlier) + time).ToString(CsvTime, CultureInfo.InvariantCulture)
                : stamp.Value))
            : response;
    }

    private static string Moved(string stamp, TimeSpan time) =>
        $"\"dateTime\": \"{(EndOfDay.Read(stamp) is { } read ? (read + time).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : stamp)}\"";

    private static RecordedResponse? SetCell(RecordedResponse response, SiteId site, RainfallPeriod period, string text)
    {
        string[] lines = Text(response).Split('\n');
        string[] header = [.. Fields(lines[0])];
        int column = ColumnOf(period, header);
        int line = Array.FindIndex(lines, 1, row => row.StartsWith(site.Number + ',', StringComparison.Ordinal));
        if (column < 0 || line < 0)
        {
            return null;
        }

        string[] fields = [.. Fields(lines[line])];
        fields[column] = text + (fields[column].EndsWith('\r') ? "\r" : "");
        lines[line] = string.Join(',', fields);
        return With(response, string.Join('\n', lines));
    }

    private static int ColumnOf(RainfallPeriod period, string[] header)
    {
        if (period == RainfallPeriod.FiveDayTotal)
        {
            return Array.FindIndex(header, name => name.StartsWith("Since ", StringComparison.OrdinalIgnoreCase) && name.Any(char.IsAsciiDigit));
        }

        int[] days = [.. header.Index().Where(column => HeaderDay().IsMatch(column.Item)).Select(column => column.Index)];
        RainfallPeriod[] daysAgo = [RainfallPeriod.OneDayAgo, RainfallPeriod.TwoDaysAgo, RainfallPeriod.ThreeDaysAgo, RainfallPeriod.FourDaysAgo];
        int day = Array.IndexOf(daysAgo, period);
        return day >= 0
            ? (day < days.Length ? days[day] : -1)
            : Array.FindIndex(header, name => string.Equals(name, FeedNames.Column(period), StringComparison.OrdinalIgnoreCase));
    }

    private static RecordedResponse? SetMember(RecordedResponse response, SiteId site, RainfallPeriod period, string text)
    {
        if (FeedNames.Member(period) is not { } member || JsonNode.Parse(response.Body.Span) is not JsonArray sites)
        {
            return null;
        }

        JsonObject? gauge = sites.OfType<JsonObject>().FirstOrDefault(candidate =>
            string.Equals(candidate["siteNumber"]?.ToString(), site.Number, StringComparison.Ordinal) && string.Equals(candidate["agency"]?.ToString(), site.Agency, StringComparison.OrdinalIgnoreCase));
        if (gauge is null || (site.IsLcra && period.Feed != HydrometFeed.AllSites && !gauge.ContainsKey(member)))
        {
            return null;
        }

        gauge[member] = text;
        return With(response, sites.ToJsonString());
    }

    private static IEnumerable<string> Fields(string line)
    {
        StringBuilder field = new();
        bool quoted = false;
        foreach (char c in line)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                yield return field.ToString();
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        yield return field.ToString();
    }

    private static string Text(RecordedResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    private static RecordedResponse With(RecordedResponse response, string body) => new()
    {
        Path = response.Path,
        Body = Encoding.UTF8.GetBytes(body),
        Origin = Provenance.Derived,
        StatusCode = response.StatusCode,
        Headers = response.Headers,
        RecordedAt = response.RecordedAt,
    };

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", RegexOptions.None, 1000)]
    private static partial Regex LocalTime();

    [GeneratedRegex("\"dateTime\": ?\"(?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)\"", RegexOptions.None, 1000)]
    private static partial Regex JsonTime();

    [GeneratedRegex("^[0-9]{2}/[0-9]{2}/[0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex HeaderDay();
}
