using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The three rainfall feeds: what their columns are called and what each amount means.</summary>
internal static class RainfallFeeds
{
    public static FeedDefinition Recent { get; } = new(HydrometFeed.Rainfall, BindRecent);

    public static FeedDefinition FiveDay { get; } = new(HydrometFeed.FiveDayRainfall, FiveDayColumns.Bind);

    public static FeedDefinition MonthYear { get; } = new(HydrometFeed.MonthYearRainfall, MonthYearColumns.Bind, NeedsReportTime: false, Validate: MonthYearColumns.Validate);

    private static FeedLayout BindRecent(FeedHeader header)
    {
        int site = header.Claim("Site", "site");
        int name = header.ClaimOptional("Location", "location");
        int time = header.Claim("Date Time", "date_time");
        ValueColumn[] values =
        [
            header.Value(header.Claim("1 Hour", "1_hour")),
            header.Value(header.Claim("3 Hour", "3_hour")),
            header.Value(header.Claim("6 Hour", "6_hour")),
            header.Value(header.Claim("24 Hour", "24_hour")),
            header.Value(header.Claim("Since Midnight", "since_midnight")),
        ];
        return new FeedLayout
        {
            Site = site,
            Name = name,
            Time = time,
            Values = values,
            HeaderWidth = header.Fields.Count,
            Label = header.Close([site, name, time, .. values.Select(value => value.Index)]),
        };
    }
}
