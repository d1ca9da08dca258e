using System.Runtime.InteropServices;

namespace Lcra.Hydromet.Internal;

/// <summary>Joins the three feeds by site number; a gauge of any feed is in the report.</summary>
internal sealed class RainfallJoin
{
    private readonly RainfallFeedSet _feeds;
    private readonly List<Draft> _drafts;
    private readonly Dictionary<SiteId, int> _places;
    private readonly List<Finding> _duplicates = [];

    public RainfallJoin(RainfallFeedSet feeds)
    {
        _feeds = feeds;
        int estimate = feeds.Results.Max(result => result.Table?.Rows.Length ?? 0);
        _drafts = new List<Draft>(estimate);
        _places = new Dictionary<SiteId, int>(estimate);
        foreach (FeedResult result in feeds.Results)
        {
            if (result.Table is { } table)
            {
                Add(table);
            }
        }
    }

    /// <summary>Gets the place of each site among the gauges.</summary>
    public IReadOnlyDictionary<SiteId, int> Places => _places;

    public IReadOnlyList<Finding> Duplicates => _duplicates;

    public RainfallGauge[] ToGauges()
    {
        RainfallGauge[] gauges = new RainfallGauge[_drafts.Count];
        Span<Draft> drafts = CollectionsMarshal.AsSpan(_drafts);
        for (int i = 0; i < gauges.Length; i++)
        {
            ref readonly Draft draft = ref drafts[i];
            Site site = new() { Id = new SiteId(draft.Number), Name = draft.Name ?? draft.Number, Basin = draft.Basin };
            gauges[i] = new RainfallGauge(site, _feeds, draft.Rows);
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
            int place = next < _drafts.Count && string.Equals(CollectionsMarshal.AsSpan(_drafts)[next].Number, row.Number, StringComparison.Ordinal)
                ? next
                : PlaceOf(row.Number);
            next = place + 1;
            ref Draft draft = ref CollectionsMarshal.AsSpan(_drafts)[place];
            if (draft.Rows.In(table.Feed) >= 0)
            {
                NoteDuplicate(table.Feed, row);
                continue;
            }

            draft.Rows = draft.Rows.With(table.Feed, i);
            draft.TakeNames(row);
        }
    }

    private int PlaceOf(string number)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, new SiteId(number), out bool known);
        if (!known)
        {
            place = _drafts.Count;
            _drafts.Add(new Draft { Number = number, Rows = GaugeRows.None });
        }

        return place;
    }

    private void NoteDuplicate(HydrometFeed feed, FeedRow row) => _duplicates.Add(new Finding
    {
        Kind = FindingKind.DuplicateSite,
        Feed = feed,
        Line = row.Line,
        Site = new SiteId(row.Number),
        Message = $"{feed} line {row.Line} has site {row.Number} again; the first row counts.",
    });

    private struct Draft
    {
        public string Number;
        public string? Name;
        public string? Basin;
        public GaugeRows Rows;
        private bool _nameIsWhole;

        public void TakeNames(FeedRow row)
        {
            if (Name is null || (row.NameIsWhole && !_nameIsWhole))
            {
                Name = row.Name;
                _nameIsWhole = row.NameIsWhole;
            }

            Basin ??= row.NameIsWhole ? row.Basin : null;
        }
    }
}
