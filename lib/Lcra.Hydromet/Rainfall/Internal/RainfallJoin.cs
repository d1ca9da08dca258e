namespace Lcra.Hydromet.Internal;

/// <summary>Joins the three feeds by site number; a gauge of any feed is in the report.</summary>
internal sealed class RainfallJoin
{
    private readonly List<Entry> _entries;
    private readonly Dictionary<string, int> _places;
    private readonly List<Finding> _duplicates = [];

    private RainfallJoin(int estimate)
    {
        _entries = new List<Entry>(estimate);
        _places = new Dictionary<string, int>(estimate, StringComparer.Ordinal);
    }

    public static RainfallGauge[] Join(RainfallFeedSet feeds, out IReadOnlyList<Finding> duplicates)
    {
        RainfallJoin join = new(feeds.Results.Max(result => result.Table?.Rows.Length ?? 0));
        foreach (FeedResult result in feeds.Results)
        {
            if (result.Table is { } table)
            {
                join.Add(table);
            }
        }

        duplicates = join._duplicates;
        RainfallGauge[] gauges = new RainfallGauge[join._entries.Count];
        for (int i = 0; i < gauges.Length; i++)
        {
            Entry entry = join._entries[i];
            Site site = new() { Id = new SiteId(entry.Number), Name = entry.Name ?? entry.Number, Basin = entry.Basin };
            gauges[i] = new RainfallGauge(site, feeds, entry.Rows);
        }

        return gauges;
    }

    private void Add(FeedTable table)
    {
        // The feeds list their sites in the same order, so the next row most often belongs to the next gauge.
        int next = 0;
        for (int i = 0; i < table.Rows.Length; i++)
        {
            ref readonly FeedRow row = ref table.Rows[i];
            int place = next < _entries.Count && string.Equals(_entries[next].Number, row.Number, StringComparison.Ordinal)
                ? next
                : PlaceOf(row.Number);
            Entry entry = _entries[place];
            next = place + 1;
            if (entry.Rows.In(table.Feed) >= 0)
            {
                Duplicate(table, row);
                continue;
            }

            _entries[place] = entry.Merge(table.Feed, i, row);
        }
    }

    private int PlaceOf(string number)
    {
        if (!_places.TryGetValue(number, out int place))
        {
            place = _entries.Count;
            _places.Add(number, place);
            _entries.Add(new Entry(number, null, false, null, GaugeRows.None));
        }

        return place;
    }

    private void Duplicate(FeedTable table, FeedRow row) => _duplicates.Add(new Finding
    {
        Kind = FindingKind.DuplicateSite,
        Feed = table.Feed,
        Line = row.Line,
        Site = new SiteId(row.Number),
        Message = $"{table.Feed} line {row.Line} has site {row.Number} again; the first row counts.",
    });

    private readonly record struct Entry(string Number, string? Name, bool NameIsWhole, string? Basin, GaugeRows Rows)
    {
        public Entry Merge(HydrometFeed feed, int index, FeedRow row)
        {
            bool better = row.Name is not null && (Name is null || (row.IsWhole && !NameIsWhole));
            return new Entry(
                Number,
                better ? row.Name : Name,
                better ? row.IsWhole : NameIsWhole,
                Basin ?? (row.IsWhole ? row.Basin : null),
                Rows.With(feed, index));
        }
    }
}
