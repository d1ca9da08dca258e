using System.Text.Json;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <content>Reads one record.</content>
internal ref partial struct HistoryReader
{
    private void ReadRecord()
    {
        DateTimeOffset? stamp = null;
        decimal? value1 = null;
        decimal? value2 = null;
        decimal? value3 = null;
        (_unreadable, _uneven) = (null, null);
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
                value1 = ReadValue(1);
            }
            else if (JsonCell.IsText(ref _json, "value2"u8))
            {
                _member = "value2";
                value2 = ReadValue(2);
            }
            else if (JsonCell.IsText(ref _json, "value3"u8))
            {
                _member = "value3";
                value3 = ReadValue(3);
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
            _findings.Add(FindingKind.SkippedRow, $"{Path} has no valid time; it is left out.", "dateTime");
            return;
        }

        _placed++;

        if (observedAt > _newest)
        {
            _findings.Add(FindingKind.FutureObservation, FormattableString.Invariant($"the record of {CentralTime.At(observedAt):yyyy-MM-dd HH:mm zzz} is in the future; it is left out."), "dateTime");
            return;
        }

        // Requested for so many days, LCRA adds the daily total of the day after them, which belongs to the next window.
        if (observedAt >= _start && observedAt < _end)
        {
            HistoryRecord record = new() { ObservedAt = CentralTime.At(observedAt), Value1 = value1, Value2 = value2, Value3 = value3 };
            _records.Add(record);
            NoteValues(record.ObservedAt);
        }
    }

    private decimal? ReadValue(int place)
    {
        _json.Read();
        string? text = _json.TokenType is JsonTokenType.String or JsonTokenType.Number ? null : _json.TokenType.ToString();
        Cell cell = SentinelRule.Apply(JsonCell.Read(ref _json, _parameter.IsRain), _parameter.QuantityOf(place));
        if (cell.IsUnreadable)
        {
            _unreadable ??= $"{_member} ('{text ?? FindingList.Shorten(_json.ValueSpan)}')";
        }
        else if (cell.IsUneven)
        {
            _uneven ??= $"{_member} ({FindingList.Shorten(_json.ValueSpan)})";
        }

        return cell.Value;
    }

    private readonly void NoteValues(DateTimeOffset at)
    {
        if (_unreadable is not null)
        {
            _findings.Add(FindingKind.UnreadableValue, FormattableString.Invariant($"{_unreadable} at {at:yyyy-MM-dd HH:mm zzz} is not a number that can be measured; it is missing."));
        }

        if (_uneven is not null)
        {
            _findings.Add(FindingKind.UnevenValue, FormattableString.Invariant($"{_uneven} at {at:yyyy-MM-dd HH:mm zzz} has more decimals than a gauge counts; it stays as it is."));
        }
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
}
