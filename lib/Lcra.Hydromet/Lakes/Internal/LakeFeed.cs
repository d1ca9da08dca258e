using System.Globalization;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Lakes.Internal;

/// <summary>LakeLevel.csv: its columns and its rows.</summary>
internal static class LakeFeed
{
    private const int Current = 0;
    private const int PercentFull = 1;
    private const int Storage = 2;
    private const int Midnight = 3;

    public static FeedDefinition Definition { get; } = new(HydrometFeed.LakeLevels, Bind, MayBeNegative: true);

    public static LakeReport ToReport(FeedTable table, HydrometException? failure, Finding? note = null)
    {
        List<LakeLevel> lakes = new(table.Rows.Length);
        List<int> rows = new(table.Rows.Length);
        List<Finding> findings = [.. note is null ? [] : new[] { note }, .. table.Findings.Findings];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int i = 0; i < table.Rows.Length; i++)
        {
            if (table.CellAt(i, Current).Value is < 0 and var feet)
            {
                findings.Add(BelowTheSea(table, i, feet));
            }

            string number = table.Rows[i].Number;
            if (places.TryAdd(number, lakes.Count))
            {
                lakes.Add(ToLevel(table, i));
                rows.Add(i);
                continue;
            }

            int place = places[number];
            findings.Add(table.Duplicate(rows[place], i));
            rows[place] = table.Better(rows[place], i);
            lakes[place] = ToLevel(table, rows[place]);
        }

        return new LakeReport { Lakes = lakes, Feed = table.ToStatus(failure), Findings = findings, Table = table };
    }

    private static LakeLevel ToLevel(FeedTable table, int row) => new()
    {
        Site = new Site { Id = new SiteId(table.Rows[row].Number), Name = table.Rows[row].Name ?? table.Rows[row].Number, Kind = SiteKind.Lake },
        ObservedAt = table.Rows[row].ObservedAt,
        ElevationFeet = Elevation(table, row, Current),
        PercentFull = table.CellAt(row, PercentFull).Value,
        StorageAcreFeet = table.CellAt(row, Storage).Value,
        MidnightElevationFeet = Elevation(table, row, Midnight),
    };

    private static decimal? Elevation(FeedTable table, int row, int column) => SentinelRule.Apply(table.CellAt(row, column), Quantity.Elevation).Value;

    private static Finding BelowTheSea(FeedTable table, int row, decimal feet) => new()
    {
        Kind = FindingKind.UnreadableValue,
        Feed = table.Feed,
        Site = new SiteId(table.Rows[row].Number),
        Message = string.Create(CultureInfo.InvariantCulture, $"The elevation {feet} ft is below sea level, so it is missing."),
        Value = feet.ToString(CultureInfo.InvariantCulture),
    };

    private static FeedLayout Bind(FeedHeader header)
    {
        int site = header.Claim("Site", "site");
        int name = header.Claim("Lake", "lake");
        int time = header.Claim("Date Time", "date_time");
        ValueColumn[] values =
        [
            header.Value(header.Claim("Current", "current")),
            header.Value(header.ClaimOptional("Percent Full", "percent_full")),
            header.Value(header.ClaimOptional("Current Storage", "current_storage")),
            header.Value(header.ClaimOptional("Midnight", "midnight")),
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
