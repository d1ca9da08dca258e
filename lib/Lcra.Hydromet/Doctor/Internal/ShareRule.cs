using System.Globalization;

namespace Lcra.Hydromet.Doctor.Internal;

/// <summary>
/// Tells a feed that changed from one with a few bad cells: a column has changed when less than half of the cells that are
/// filled, or readable, in the recording are so now.
/// </summary>
internal static class ShareRule
{
    private const decimal MinExpectedShare = 0.5m;

    // Month and year begin empty. The names in the CSV feeds and in the all-sites response.
    private static readonly string[] MonthColumns = ["this_month", "rainfallMonth"];
    private static readonly string[] YearColumns = ["this_year", "rainfallYear"];

    /// <summary>Describes each column that changed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="reportedAt">The report time.</param>
    public static IEnumerable<string> Judge(HydrometFeed feed, IEnumerable<ColumnCount> columns, DateTimeOffset? reportedAt)
    {
        foreach (ColumnCount column in columns)
        {
            if (!ExpectedShares.TryGet(feed, column.Key, out decimal filled, out decimal readable)
                || filled < MinExpectedShare || IsNew(column.Key, reportedAt))
            {
                continue;
            }

            if (column.FilledShare < filled / 2)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{feed}, {column.Header}: {column.Filled} of {column.Rows} cells are filled; {filled:P0} are expected.");
            }
            else if (column.ReadableShare < readable / 2)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{feed}, {column.Header}: {column.Readable} of {column.Rows} cells can be read; {readable:P0} are expected.");
            }
        }
    }

    private static bool IsNew(string key, DateTimeOffset? reportedAt) =>
        reportedAt is { Day: 1 } at && (MonthColumns.Contains(key) || (at.Month == 1 && YearColumns.Contains(key)));
}
