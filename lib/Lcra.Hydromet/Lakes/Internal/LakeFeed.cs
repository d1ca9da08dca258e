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
        List<Finding> findings = [.. note is null ? [] : new[] { note }, .. table.Findings.Findings];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < table.Rows.Length; i++)
        {
            FeedRow row = table.Rows[i];
            if (!seen.Add(row.Number))
            {
                findings.Add(FindingList.Duplicate(table.Feed, row));
                continue;
            }

            lakes.Add(new LakeLevel
            {
                Site = new Site { Id = new SiteId(row.Number), Name = row.Name ?? row.Number, Kind = SiteKind.Lake },
                ObservedAt = row.ObservedAt,
                ElevationFeet = table.CellAt(i, Current).Value,
                PercentFull = table.CellAt(i, PercentFull).Value,
                StorageAcreFeet = table.CellAt(i, Storage).Value,
                MidnightElevationFeet = table.CellAt(i, Midnight).Value,
            });
        }

        return new LakeReport { Lakes = lakes, Feed = table.ToStatus(failure), Findings = findings, Table = table };
    }

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
