using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet.Doctor.Internal;

/// <summary>Counts the filled and the readable cells of each column of a feed.</summary>
internal static class ColumnCounts
{
    // The members of a site that are read as numbers.
    private static readonly SiteMember[] Numbers =
    [
        .. Enum.GetValues<SiteMember>().Where(member => member is SiteMember.Latitude or SiteMember.Longitude or SiteMember.Temperature
            or (>= SiteMember.RainfallRecent and <= SiteMember.BatteryVoltage)),
    ];

    private static readonly string[] LakeKeys = ["current", "percent_full", "current_storage", "midnight"];

    public static IEnumerable<ColumnCount> Of(FeedTable table)
    {
        int rows = table.Rows.Length;
        yield return Text("name", "the column of names", rows, table.Rows.Count(row => row.Name is not null));
        if (table.Feed == HydrometFeed.FiveDayRainfall)
        {
            yield return Text("basin", "Basin", rows, table.Rows.Count(row => row.Basin is not null));
        }

        if (table.Rows.Any(row => row.ObservedAt is not null || row.WhyUnobserved != MissingReason.NotInFeed))
        {
            yield return new ColumnCount(
                "date_time", "Date Time", rows,
                table.Rows.Count(row => row.ObservedAt is not null || row.WhyUnobserved == MissingReason.Unreadable),
                table.Rows.Count(row => row.ObservedAt is not null));
        }

        for (int column = 0; column < table.Columns.Length; column++)
        {
            if (table.Columns[column].Index >= 0)
            {
                yield return Values(table, column);
            }
        }
    }

    public static IEnumerable<ColumnCount> Of(SiteReport report)
    {
        IReadOnlyList<SiteReading> sites = report.Sites;
        yield return Text(SiteMembers.NameOf(SiteMember.SiteName), SiteMembers.NameOf(SiteMember.SiteName), sites.Count, sites.Count(site => !string.IsNullOrWhiteSpace(site.Row.Name)));
        yield return new ColumnCount(
            SiteMembers.NameOf(SiteMember.DateTime), SiteMembers.NameOf(SiteMember.DateTime), sites.Count,
            sites.Count(site => site.ObservedAt is not null || site.Row.WhyUnobserved == MissingReason.Unreadable),
            sites.Count(site => site.ObservedAt is not null));
        foreach (SiteMember member in Numbers)
        {
            string name = SiteMembers.NameOf(member);
            yield return new ColumnCount(
                name, name, sites.Count, sites.Count(site => IsFilled(site.Row[member])), sites.Count(site => site.Row[member].Value is not null));
        }
    }

    private static ColumnCount Values(FeedTable table, int column)
    {
        int filled = 0;
        int readable = 0;
        for (int row = 0; row < table.Rows.Length; row++)
        {
            Cell cell = table.CellAt(row, column);
            filled += IsFilled(cell) ? 1 : 0;
            readable += cell.Value is null ? 0 : 1;
        }

        return new ColumnCount(KeyOf(table.Feed, column), table.Columns[column].Header!, table.Rows.Length, filled, readable);
    }

    private static ColumnCount Text(string key, string header, int rows, int filled) => new(key, header, rows, filled, filled);

    private static bool IsFilled(Cell cell) => cell.Value is not null || cell.IsUnreadable;

    private static string KeyOf(HydrometFeed feed, int slot) =>
        feed == HydrometFeed.LakeLevels
            ? LakeKeys[slot]
            : RainfallPeriod.All.FirstOrDefault(period => period.Feed == feed && period.Slot == slot)?.Key ?? "last_24_hours";
}
