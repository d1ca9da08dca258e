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
        };
    }

    // By position only while no name that is known stands elsewhere: a moved column read by position would be a wrong number.
    private static void ByPosition(FeedHeader header, Span<int> at)
    {
        bool seven = header.Fields.Count == LikelyNames.Length || header.Fields.Count == LikelyNames.Length + 1;
        for (int i = 0; i < at.Length; i++)
        {
            if (!seven || (at[i] >= 0 && at[i] != i))
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
}
