using System.Globalization;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Finds the cell that a period's number must have come from, by what the header says and nothing else.</summary>
internal sealed class NaiveFeed
{
    private static readonly string[] DayFormats = ["MM/dd/yyyy", "M/d/yyyy", "yyyy-MM-dd"];

    private static readonly string[][] MonthYear =
    [
        ["site"], ["location"], ["date_time", "datetime", "date-time", "date"], ["30_days", "30_day", "last_30_days", "30days", "last30"],
        ["month", "this_month", "month_to_date", "current_month"], ["year", "this_year", "year_to_date", "current_year"],
        ["previous_year", "prev_year", "last_year", "previous_years"],
    ];

    private static readonly string[] MonthYearKeys = ["site", "location", "date_time", "30_day", "this_month", "this_year", "last_year"];

    private static readonly Dictionary<HydrometFeed, string[]> Plain = new()
    {
        [HydrometFeed.Rainfall] = ["site", "location", "date_time", "1_hour", "3_hour", "6_hour", "24_hour", "since_midnight"],
        [HydrometFeed.FiveDayRainfall] = ["site", "location", "basin", "today", "last24", "last_24"],
        [HydrometFeed.MonthYearRainfall] = [.. MonthYear.SelectMany(names => names)],
        [HydrometFeed.LakeLevels] = ["site", "lake", "date_time", "current", "percent_full", "current_storage", "midnight"],
    };

    private readonly NaiveCsv _csv;
    private readonly bool _isMonthYear;
    private readonly Dictionary<string, int> _columns = [];
    private readonly Dictionary<string, string[][]> _rows = [];

    public NaiveFeed(HydrometFeed feed, byte[] body)
    {
        _isMonthYear = feed == HydrometFeed.MonthYearRainfall;
        _csv = new NaiveCsv(body, name => Plain[feed].Contains(name) || (feed == HydrometFeed.FiveDayRainfall && IsDated(name)));
    }

    /// <summary>Finds the cells of a site in one column: one, or more when the feed has the site twice.</summary>
    public string?[] Cells(string site, string column) => [.. Rows(site).Select(row => _csv.Cell(row, Column(column)))];

    public DateTime?[] ReadAt(string site) => [.. Cells(site, "date_time").Select(NaiveCsv.Time)];

    private string[][] Rows(string site) => _rows.TryGetValue(site, out string[][]? rows) ? rows : _rows[site] = _csv.Rows(site, Column("site"));

    private int Column(string key) => _columns.TryGetValue(key, out int column) ? column : _columns[key] = Find(key);

    private int Find(string key)
    {
        if (_isMonthYear)
        {
            int place = Array.IndexOf(MonthYearKeys, key);
            bool byName = MonthYear.All(names => _csv.Names.Any(names.Contains));
            return byName ? Array.FindIndex(_csv.Names, MonthYear[place].Contains) : place;
        }

        if (key == "5_day_total")
        {
            return Array.FindIndex(_csv.Names, name => name.StartsWith("since_", StringComparison.Ordinal) && Day(name[6..]) is not null);
        }

        if (key.EndsWith("_ago", StringComparison.Ordinal))
        {
            return _csv.Stamp is not { } stamp ? -1 : Array.FindIndex(_csv.Names, name => Day(name) == DateOnly.FromDateTime(stamp).AddDays('0' - key[0]));
        }

        return Array.IndexOf(_csv.Names, key);
    }

    private static bool IsDated(string name) =>
        Day(name) is not null || (name.StartsWith("since_", StringComparison.Ordinal) && Day(name[6..]) is not null);

    private static DateOnly? Day(string name) =>
        DateOnly.TryParseExact(name, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
