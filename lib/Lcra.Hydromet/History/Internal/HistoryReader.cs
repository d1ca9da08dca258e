using System.Text.Json;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Reads the response for one window.</summary>
internal ref partial struct HistoryReader
{
    private readonly HistoryFaults _faults;
    private readonly List<HistoryRecord> _records;
    private readonly HistoryParameter _parameter;
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;
    private readonly DateTimeOffset _newest;
    private readonly HistoryFindings _findings;
    private Utf8JsonReader _json;
    private int _index = -1;
    private int _placed;
    private string? _member;
    private HydrometFormatException? _firstFault;
    private string? _unreadable;
    private string? _uneven;

    private HistoryReader(
        ReadOnlySpan<byte> json, HistoryRequest request, HistoryWindow window, HistoryFaults faults, List<HistoryRecord> records, HistoryFindings findings)
    {
        _findings = findings;
        _faults = faults;
        _records = records;
        _parameter = request.Parameter;
        _start = window.Start;
        _end = window.End;
        _newest = request.Parameter.IsDaily ? DateTimeOffset.MaxValue : request.Now + ReportCycle.ClockSkew;
        _json = new Utf8JsonReader(json);
    }

    private readonly string Path
    {
        get
        {
            string place = _index < 0 ? "$" : FormattableString.Invariant($"$.records[{_index}]");
            return _member is null ? place : $"{place}.{_member}";
        }
    }

    /// <summary>Adds the records of the window's own days to the list, newest first.</summary>
    public static void Read(
        ReadOnlySpan<byte> body, HistoryRequest request, HistoryWindow window, Uri address, List<HistoryRecord> records, HistoryFindings findings)
    {
        ReadOnlySpan<byte> json = body is [0xEF, 0xBB, 0xBF, ..] ? body[3..] : body;
        HistoryFaults faults = new(request.Feed, address);
        faults.ThrowIfNoJson(json);
        HistoryReader reader = new(json, request, window, faults, records, findings);
        try
        {
            reader.ReadEnvelope();
        }
        catch (JsonException malformed)
        {
            throw faults.Malformed(reader.Path, malformed);
        }

        SortNewestFirst(records);
    }

    private void ReadEnvelope()
    {
        _json.Read();
        Expect(JsonTokenType.StartObject, "object");
        bool hasRecords = false;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonCell.IsText(ref _json, "records"u8))
            {
                hasRecords = true;
                ReadRecords();
            }
            else
            {
                _json.Skip();
            }
        }

        // Anything behind the envelope is not JSON, and this finds it.
        _json.Read();
        if (!hasRecords)
        {
            throw _faults.Unexpected("has no records, not even an empty list", "$.records", default);
        }
    }

    private void ReadRecords()
    {
        _member = "records";
        _json.Read();
        if (_json.TokenType != JsonTokenType.Null)
        {
            Expect(JsonTokenType.StartArray, "list");
            _member = null;
            for (_index = 0; _json.Read() && _json.TokenType != JsonTokenType.EndArray; _index++)
            {
                if (_json.TokenType == JsonTokenType.StartObject)
                {
                    ReadRecord();
                }
                else
                {
                    _firstFault ??= Unexpected("has no record where one should be");
                    _findings.Add(FindingKind.SkippedRow, $"{Path} is not a record; it is left out.");
                    _json.Skip();
                }
            }
        }

        // One bad record leaves a gap; when all are bad, LCRA has changed the response.
        if (_placed == 0 && _firstFault is not null)
        {
            throw _firstFault;
        }

        _index = -1;
        _member = null;
    }

    private readonly void Expect(JsonTokenType expected, string what)
    {
        if (_json.TokenType != expected)
        {
            throw Unexpected($"has no {what} where one should be");
        }
    }

    private readonly HydrometFormatException Unexpected(string what) => _faults.Unexpected(what, Path, _json.ValueSpan);

    private static void SortNewestFirst(List<HistoryRecord> records)
    {
        for (int i = 1; i < records.Count; i++)
        {
            if (records[i].ObservedAt > records[i - 1].ObservedAt)
            {
                HistoryRecord[] sorted = [.. records.OrderByDescending(record => record.ObservedAt)];
                records.Clear();
                records.AddRange(sorted);
                return;
            }
        }
    }
}
