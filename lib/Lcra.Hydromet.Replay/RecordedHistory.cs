using System.Buffers;
using System.Net;
using System.Text.Json;

namespace Lcra.Hydromet.Replay;

/// <summary>Serves any window of a history from the recorded windows, as LCRA would have at the time of the recording.</summary>
internal static class RecordedHistory
{
    private const int MaxDays = 180;
    private static readonly Comparer<DateTimeOffset> NewestFirst = Comparer<DateTimeOffset>.Create((x, y) => y.CompareTo(x));

    /// <summary>Serves a request; null when it is not for a history, or the recording has no history.</summary>
    public static ReplayedResponse? Answer(HydrometRecording recording, string path)
    {
        if (HistoryAddress.Parse(path) is not { } asked || !recording.Answers.Any(answer => Window(answer) is not null))
        {
            return null;
        }

        return asked.Last.DayNumber - asked.First.DayNumber > MaxDays
            ? new ReplayedResponse(HttpStatusCode.BadRequest, "text/plain", "Start and End date must be within 180 days of each other"u8.ToArray())
            : new ReplayedResponse(HttpStatusCode.OK, "application/json", Body(recording, asked));
    }

    private static HistoryAddress? Window(RecordedResponse answer) =>
        answer.StatusCode == HttpStatusCode.OK ? HistoryAddress.Parse(answer.Path) : null;

    private static ReadOnlyMemory<byte> Body(HydrometRecording recording, HistoryAddress asked)
    {
        JsonElement? envelope = null;
        SortedList<DateTimeOffset, JsonElement> records = new(NewestFirst);
        foreach (RecordedResponse answer in recording.Answers)
        {
            if (Window(answer) is { } recorded
                && string.Equals(recorded.Series, asked.Series, StringComparison.Ordinal) && recorded.IsHourly == asked.IsHourly)
            {
                using JsonDocument window = JsonDocument.Parse(answer.Body);
                envelope ??= window.RootElement.Clone();
                foreach (JsonElement record in window.RootElement.GetProperty("records").EnumerateArray())
                {
                    DateTimeOffset stamp = record.GetProperty("dateTime").GetDateTimeOffset();
                    if (stamp <= recording.RecordedAt && IsAskedFor(stamp, asked))
                    {
                        records.TryAdd(stamp, record.Clone());
                    }
                }
            }
        }

        return Write(asked, envelope, records.Values);
    }

    // LCRA adds the daily total of the day after the requested ones.
    private static bool IsAskedFor(DateTimeOffset stamp, HistoryAddress asked)
    {
        int day = CentralTime.DayOf(stamp).DayNumber;
        return day >= asked.First.DayNumber && day <= asked.Last.DayNumber + (asked.IsDaily ? 1 : 0);
    }

    private static ReadOnlyMemory<byte> Write(HistoryAddress asked, JsonElement? envelope, IEnumerable<JsonElement> records)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            if (envelope is { } known)
            {
                foreach (JsonProperty property in known.EnumerateObject().Where(property => !property.NameEquals("records"u8)))
                {
                    property.WriteTo(json);
                }
            }
            else
            {
                json.WriteString("siteNumber"u8, asked.Number);
                json.WriteBoolean("isHourly"u8, asked.IsHourly);
                json.WriteBoolean("isDaily"u8, asked.IsDaily);
            }

            json.WriteStartArray("records"u8);
            foreach (JsonElement record in records)
            {
                record.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}
