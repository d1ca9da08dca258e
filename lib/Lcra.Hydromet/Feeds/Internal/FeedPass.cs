using CsvHelper;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>One pass over a feed: its header, then every row at one width.</summary>
internal sealed class FeedPass
{
    private const int MaxInitialRows = 4096;
    private readonly FeedDefinition _definition;
    private readonly CsvReader _csv;
    private readonly DateTimeOffset _fetchedAt;
    private readonly DateTimeOffset _receivedAt;
    private readonly DateTimeOffset? _reportedAt;
    private readonly FindingList _findings;
    private readonly FeedLayout _layout;
    private readonly FeedRows _rows;
    private int _narrowRows;
    private int _roomyRows;
    private int _lastFields;
    private bool _lastIsRow;

    public FeedPass(FeedDefinition definition, CsvReader csv, DateTimeOffset fetchedAt, DateTimeOffset receivedAt, int rowEstimate, string? encoding)
    {
        _definition = definition;
        _csv = csv;
        _fetchedAt = fetchedAt;
        _receivedAt = receivedAt;
        _findings = new FindingList(definition.Feed);

        if (encoding is not null)
        {
            _findings.AboutFeed(FindingKind.NotUtf8, FeedText.Message(definition.Feed, encoding));
        }

        FeedHeader header = new(definition.Feed, csv.Headers, _findings);
        _layout = definition.Bind(header);
        _reportedAt = header.ReportStamp is { } stamp ? CentralTime.Resolve(stamp, fetchedAt) : null;
        if (_reportedAt is null && definition.NeedsReportTime)
        {
            throw header.NoReportTime();
        }

        _rows = new FeedRows(_layout.Values.Length, Math.Clamp(rowEstimate, 1, MaxInitialRows));
    }

    public int Width { get; private set; }

    public int CommonWidth => _roomyRows > _narrowRows ? _layout.WidthWithExtraField : _layout.ExpectedWidth;

    /// <summary>Reads every row. The result is null when most rows turn out to have another width: then run again with that one.</summary>
    /// <param name="width">The number of fields that a row must have; null to go by the first row.</param>
    /// <param name="endsInLine">Whether the feed ends without a line end.</param>
    /// <param name="known">Rows whose strings may serve again.</param>
    public FeedTable? Run(int? width, bool endsInLine, KnownRows known)
    {
        LocalClock clock = new(_reportedAt ?? _fetchedAt);
        FeedRowReader? reader = null;
        while (_csv.Read())
        {
            _lastFields = _csv.FieldCount;
            _narrowRows += _lastFields == _layout.ExpectedWidth ? 1 : 0;
            _roomyRows += _lastFields == _layout.WidthWithExtraField ? 1 : 0;
            if (reader is null)
            {
                Width = width ?? (_lastFields == _layout.WidthWithExtraField ? _layout.WidthWithExtraField : _layout.ExpectedWidth);
                reader = new FeedRowReader(_csv, _definition, _layout, clock, _findings, known, Width);
            }

            _lastIsRow = reader.ReadNumber(_lastFields) is { } number && Add(number, reader);
        }

        if (endsInLine && _lastIsRow)
        {
            InvalidateTruncatedField();
        }

        return CommonWidth == Width || reader is null ? ToTable(endsInLine) : null;
    }

    private bool Add(string number, FeedRowReader reader)
    {
        ref FeedRow row = ref _rows.Add();
        row.Number = number;
        reader.Read(ref row, _rows.LastCells, _lastFields);
        return true;
    }

    // Without a line end the last row may be cut: its last field can lack digits, or be half a site number.
    private void InvalidateTruncatedField()
    {
        _findings.AboutFeed(FindingKind.TruncatedFeed, $"{_definition.Feed} ends in the middle of a line; its last field is not used.");
        ref FeedRow last = ref _rows.Last;
        last.IsCut = true;
        int cut = _lastFields - 1;
        if (cut == _layout.Place(_layout.Site, Width))
        {
            _rows.RemoveLast();
            return;
        }

        if (_layout.Time >= 0 && cut == _layout.Place(_layout.Time, Width))
        {
            last.ClearObservation(MissingReason.Unreadable);
        }

        for (int i = 0; i < _layout.Values.Length; i++)
        {
            if (_layout.Values[i].Index >= 0 && cut == _layout.Place(_layout.Values[i].Index, Width))
            {
                if (!_rows.LastCells[i].IsUnreadable)
                {
                    _rows.LastCells[i] = Cell.Unreadable;
                    _findings.CountCutValue();
                }
            }
        }
    }

    private FeedTable ToTable(bool endsInLine)
    {
        if (_rows.Count == 0)
        {
            throw NoRows("has a header but no row with a site number. LCRA may be rewriting it: try again in a minute.");
        }

        FeedRow[] rows = _rows.ToArray();
        if (!rows.Any(row => row.IsWhole))
        {
            throw NoRows($"has no row of {Width} fields, as its header asks for. LCRA may have changed the feed: look for a newer version of this library.");
        }

        ClearFutureObservations(rows);
        _definition.Validate?.Invoke(_layout, rows, _rows.Cells, _findings);
        return new FeedTable
        {
            Feed = _definition.Feed,
            ReportedAt = _reportedAt ?? NewestReading(rows),
            FetchedAt = CentralTime.At(_fetchedAt),
            Columns = _layout.Values,
            Rows = rows,
            Cells = _rows.Cells,
            Since = _layout.Since,
            Findings = _findings,
            EndsInLine = endsInLine,
        };
    }

    // A gauge whose clock is ahead must neither count as reporting nor move a window or a report time.
    private void ClearFutureObservations(FeedRow[] rows)
    {
        DateTimeOffset latest = (_reportedAt < _receivedAt ? _reportedAt.Value : _receivedAt) + FeedTable.ClockSkew;
        foreach (ref FeedRow row in rows.AsSpan())
        {
            if (row.ObservedAt > latest)
            {
                _findings.FutureObservation(row);
                row.ClearObservation(MissingReason.Unreadable);
            }
        }
    }

    private HydrometFormatException NoRows(string what) =>
        new($"{_definition.Feed} {what}") { Feed = _definition.Feed, Line = 2, IsTransient = _rows.Count == 0 };

    private DateTimeOffset NewestReading(FeedRow[] rows)
    {
        _findings.AboutHeader(FindingKind.ReportTimeAssumed, $"The header of {_definition.Feed} has no report time; its newest observation time is used.");
        return rows.Max(row => row.ObservedAt)
            ?? throw new HydrometFormatException($"{_definition.Feed} says neither when it was reported nor when any gauge was read.")
            {
                Feed = _definition.Feed,
                Line = 1,
            };
    }
}
