using System.Runtime.InteropServices;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Joins the three feeds by site number; the report has the gauges of any feed.</summary>
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

        foreach (SiteReading reading in feeds.Sites?.Sites ?? [])
        {
            Add(reading);
        }
    }

    /// <summary>Gets the index of each site among the gauges.</summary>
    public IReadOnlyDictionary<SiteId, int> Places => _places;

    public IReadOnlyList<Finding> Duplicates => _duplicates;

    public RainfallGauge[] ToGauges()
    {
        GaugeInputs[] gauges = new GaugeInputs[_drafts.Count];
        Span<Draft> drafts = CollectionsMarshal.AsSpan(_drafts);
        for (int i = 0; i < gauges.Length; i++)
        {
            ref readonly Draft draft = ref drafts[i];
            Site site = new()
            {
                Id = draft.Id,
                Name = draft.Name ?? draft.Reading?.Site.Name ?? draft.Id.Number,
                Basin = draft.Basin,
                Kind = draft.Reading?.Site.Kind ?? SiteKind.Unknown,
                Latitude = draft.Reading?.Site.Latitude,
                Longitude = draft.Reading?.Site.Longitude,
            };
            gauges[i] = new GaugeInputs(_feeds, site, draft.Rows, draft.Reading);
        }

        IsolatedRain isolated = new(gauges);
        return Array.ConvertAll(gauges, gauge => new RainfallGauge(gauge, isolated));
    }

    private void Add(FeedTable table)
    {
        // The feeds list their sites in the same order, so the next row is usually the next gauge's.
        int next = 0;
        for (int i = 0; i < table.Rows.Length; i++)
        {
            ref readonly FeedRow row = ref table.Rows[i];
            int place = next < _drafts.Count && string.Equals(CollectionsMarshal.AsSpan(_drafts)[next].Id.Number, row.Number, StringComparison.Ordinal)
                ? next
                : PlaceOf(new SiteId(row.Number));
            next = place + 1;
            ref Draft draft = ref CollectionsMarshal.AsSpan(_drafts)[place];
            int known = draft.Rows.In(table.Feed);
            if (known >= 0)
            {
                _duplicates.Add(table.Duplicate(known, i));
                draft.Rows = draft.Rows.With(table.Feed, table.Better(known, i));
                continue;
            }

            draft.Rows = draft.Rows.With(table.Feed, i);
            draft.MergeNames(row);
        }
    }

    private void Add(SiteReading reading)
    {
        if (reading.MeasuresRain || _places.ContainsKey(reading.Site.Id))
        {
            int place = PlaceOf(reading.Site.Id);
            CollectionsMarshal.AsSpan(_drafts)[place].Reading = reading;
        }
    }

    private int PlaceOf(SiteId id)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, id, out bool known);
        if (!known)
        {
            place = _drafts.Count;
            _drafts.Add(new Draft { Id = id, Rows = GaugeRows.None });
        }

        return place;
    }

    private struct Draft
    {
        public SiteId Id;
        public SiteReading? Reading;
        public string? Name;
        public string? Basin;
        public GaugeRows Rows;
        private bool _nameIsWhole;

        public void MergeNames(FeedRow row)
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
