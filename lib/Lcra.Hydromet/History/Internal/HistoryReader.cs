using System.Text.Json;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Reads the answer for one window, or says why it is none.</summary>
internal ref struct HistoryReader
{
    private readonly HistoryFaults _faults;
    private readonly List<HistoryRecord> _records;
    private readonly bool _isRain;
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;
    private readonly DateTimeOffset _newest;
    private Utf8JsonReader _json;
    private int _index = -1;
    private int _placed;
    private int _future;
    private string? _member;
    private HydrometFormatException? _firstFault;

    private HistoryReader(ReadOnlySpan<byte> json, HistoryRequest request, HistoryWindow window, HistoryFaults faults, List<HistoryRecord> records)
    {
        _faults = faults;
        _records = records;
        _isRain = request.Parameter.IsRain;
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
    /// <returns>How many records are of the future and are left out.</returns>
    public static int Read(ReadOnlySpan<byte> body, HistoryRequest request, HistoryWindow window, Uri address, List<HistoryRecord> records)
    {
        ReadOnlySpan<byte> json = body is [0xEF, 0xBB, 0xBF, ..] ? body[3..] : body;
        HistoryFaults faults = new(request.Feed, address);
        faults.ThrowIfNoJson(json);
        HistoryReader reader = new(json, request, window, faults, records);
        try
        {
            reader.ReadEnvelope();
        }
        catch (JsonException malformed)
        {
            throw faults.Malformed(reader.Path, malformed);
        }

        SortNewestFirst(records);
        return reader._future;
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

        // Anything behind the envelope is no JSON any more, and this finds it.
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
                    _json.Skip();
                }
            }
        }

        // One bad record leaves a gap; when all are bad, LCRA has changed the answer.
        if (_placed == 0 && _firstFault is not null)
        {
            throw _firstFault;
        }

        _index = -1;
        _member = null;
    }

    private void ReadRecord()
    {
        DateTimeOffset? stamp = null;
        decimal? value1 = null;
        decimal? value2 = null;
        decimal? value3 = null;
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonCell.IsText(ref _json, "dateTime"u8))
            {
                _member = "dateTime";
                stamp = ReadStamp();
            }
            else if (JsonCell.IsText(ref _json, "value1"u8))
            {
                _member = "value1";
                value1 = ReadValue();
            }
            else if (JsonCell.IsText(ref _json, "value2"u8))
            {
                _member = "value2";
                value2 = ReadValue();
            }
            else if (JsonCell.IsText(ref _json, "value3"u8))
            {
                _member = "value3";
                value3 = ReadValue();
            }
            else
            {
                _json.Skip();
            }

            _member = null;
        }

        if (stamp is not { } observedAt)
        {
            _firstFault ??= _faults.Unexpected("has a record without a time", $"{Path}.dateTime", default);
            return;
        }

        _placed++;

        if (observedAt > _newest)
        {
            _future++;
            return;
        }

        // Requested for so many days, LCRA adds the daily total of the day after them, which belongs to the next window.
        if (observedAt >= _start && observedAt < _end)
        {
            _records.Add(new HistoryRecord { ObservedAt = CentralTime.At(observedAt), Value1 = value1, Value2 = value2, Value3 = value3 });
        }
    }

    private decimal? ReadValue()
    {
        _json.Read();
        return JsonCell.Read(ref _json, _isRain).Value;
    }

    // A time without an offset would be read as the machine's own, so it is refused.
    private DateTimeOffset? ReadStamp()
    {
        _json.Read();
        if (JsonCell.TryInstant(ref _json, out DateTimeOffset stamp))
        {
            return stamp;
        }

        _firstFault ??= Unexpected("has a time that is not ISO 8601 with an offset");
        _json.Skip();
        return null;
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
