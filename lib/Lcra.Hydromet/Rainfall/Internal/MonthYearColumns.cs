using System.Globalization;
using System.Text;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>RainMonthYear.csv: nobody has shown its header, only that it has seven columns in this order.</summary>
internal static class MonthYearColumns
{
    private static readonly string[][] LikelyNames =
    [
        ["site"],
        ["location"],
        ["date_time", "datetime", "date-time", "date"],
        ["30_days", "30_day", "last_30_days", "30days", "last30"],
        ["month", "this_month", "month_to_date", "current_month"],
        ["year", "this_year", "year_to_date", "current_year"],
        ["previous_year", "prev_year", "last_year", "previous_years"],
    ];

    // What names of the values have in them, whoever writes them; a year's number names the year's amount.
    private static readonly string[] ValueWords = ["day", "month", "mtd", "year", "ytd", "prev"];
    private const int FirstValue = 3;
    private const int EnoughValueNames = 2;
    private const decimal MaxInches = 400;
    private const int MaxImplausibleShare = 10;

    /// <summary>Checks amounts that were bound by position: what no gauge of Texas measures in years is not rain.</summary>
    public static void Validate(FeedLayout layout, FeedRow[] rows, Cell[] cells, FindingList findings)
    {
        if (!layout.IsByPosition)
        {
            return;
        }

        int columns = layout.Values.Length;
        for (int column = 0; column < columns; column++)
        {
            int implausible = 0;
            for (int row = 0; row < rows.Length; row++)
            {
                ref Cell cell = ref cells[(row * columns) + column];
                if (cell.Value > MaxInches)
                {
                    implausible++;
                    findings.UnreadableValue(rows[row].Line, rows[row].Number, layout.Values[column].Header!, Encoding.ASCII.GetBytes(cell.Value.Value.ToString(CultureInfo.InvariantCulture)), "plausible amount of rain");
                    cell = Cell.Unreadable;
                }
            }

            if (implausible * MaxImplausibleShare > rows.Length)
            {
                throw new HydrometFormatException(
                    $"{HydrometFeed.MonthYearRainfall} has {implausible} amounts above {MaxInches} inches under '{layout.Values[column].Header}', so it is another feed. Look for a newer version of this library.")
                {
                    Feed = HydrometFeed.MonthYearRainfall,
                    Column = layout.Values[column].Header,
                    Line = 1,
                };
            }
        }
    }

    public static FeedLayout Bind(FeedHeader header)
    {
        Span<int> at = stackalloc int[LikelyNames.Length];
        int unknown = 0;
        for (int i = 0; i < LikelyNames.Length; i++)
        {
            at[i] = header.TryClaim(LikelyNames[i]);
            unknown += at[i] < 0 ? 1 : 0;
        }

        if (unknown > 0)
        {
            ByPosition(header, at);
        }

        return new FeedLayout
        {
            Site = at[0],
            Name = at[1],
            Time = at[2],
            Values = [header.Value(at[3]), header.Value(at[4]), header.Value(at[5]), header.Value(at[6])],
            HeaderWidth = header.Fields.Count,
            Label = header.Close(at),
            IsByPosition = unknown > 0,
        };
    }

    // By position only while no known name is in another place: a moved column read by position would be a wrong number.
    private static void ByPosition(FeedHeader header, Span<int> at)
    {
        bool seven = header.Fields.Count == LikelyNames.Length || header.Fields.Count == LikelyNames.Length + 1;
        bool recognizable = IsRecognizable(header);
        for (int i = 0; i < at.Length; i++)
        {
            if (!seven || !recognizable || (at[i] >= 0 && at[i] != i))
            {
                throw header.Missing(string.Join(" or ", LikelyNames[at.IndexOf(-1)]));
            }
        }

        for (int i = 0; i < at.Length; i++)
        {
            if (at[i] < 0)
            {
                header.ClaimAt(i);
                at[i] = i;
            }
        }

        header.Findings.AboutHeader(
            FindingKind.ColumnsByPosition,
            $"Column names of {HydrometFeed.MonthYearRainfall} were not recognised: {FindingList.Shorten(string.Join(',', header.Fields))}. The seven columns were read by position.");
    }

    private static bool IsRecognizable(FeedHeader header)
    {
        bool hasSite = header.Names.Any(name => name.Contains("site", StringComparison.Ordinal));
        bool hasDate = header.Names.Take(FirstValue).Any(name => name.Contains("date", StringComparison.Ordinal));
        return hasSite && hasDate && header.Names.Skip(FirstValue).Take(LikelyNames.Length - FirstValue).Count(IsValueName) >= EnoughValueNames;
    }

    private static bool IsValueName(string name) =>
        Array.Exists(ValueWords, word => name.Contains(word, StringComparison.Ordinal))
        || name.Split('_').Any(part => part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200);
}
