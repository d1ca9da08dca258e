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
    public static ReplayedResponse? Respond(HydrometRecording recording, string path)
    {
        if (HistoryAddress.Parse(path) is not { } requested || !recording.Responses.Any(response => Window(response) is not null))
        {
            return null;
        }

        return requested.Last.DayNumber - requested.First.DayNumber > MaxDays
            ? new ReplayedResponse(HttpStatusCode.BadRequest, "text/plain", "Start and End date must be within 180 days of each other"u8.ToArray())
            : new ReplayedResponse(HttpStatusCode.OK, "application/json", Body(recording, requested));
    }

    /// <summary>Tells whether any window of a site and parameter was recorded.</summary>
    public static bool Has(HydrometRecording recording, SiteId site, HistoryParameter parameter)
    {
        string series = $"{(site.IsLcra ? HydrometFeed.History : HydrometFeed.CoaHistory).Path}/{site.Number}/{parameter.Key}";
        return (site.IsLcra || site.IsAustin)
            && recording.Responses.Any(response => string.Equals(Window(response)?.Series, series, StringComparison.Ordinal));
    }

    private static HistoryAddress? Window(RecordedResponse response) =>
        response.StatusCode == HttpStatusCode.OK ? HistoryAddress.Parse(response.Path) : null;

    // What a client's reader would not understand is served as it was recorded, so that the client says what is wrong with it.
    private static ReadOnlyMemory<byte> Body(HydrometRecording recording, HistoryAddress requested)
    {
        JsonElement? envelope = null;
        SortedList<DateTimeOffset, List<JsonElement>> records = new(NewestFirst);
        List<JsonElement> withoutTime = [];
        foreach (RecordedResponse response in recording.Responses)
        {
            if (Window(response) is not { } recorded || !IsOf(recorded, requested))
            {
                continue;
            }

            if (Parse(response.Body) is not { } window)
            {
                return response.Body;
            }

            envelope ??= window.Envelope;
            SortedList<DateTimeOffset, List<JsonElement>> own = new(NewestFirst);
            foreach (JsonElement record in window.Records)
            {
                if (TimeOf(record) is not { } stamp)
                {
                    withoutTime.Add(record);
                }
                else if (stamp <= recording.RecordedAt && IsAskedFor(stamp, requested) && !records.ContainsKey(stamp))
                {
                    own.TryAdd(stamp, []);
                    own[stamp].Add(record);
                }
            }

            foreach ((DateTimeOffset stamp, List<JsonElement> same) in own)
            {
                records.Add(stamp, same);
            }
        }

        return Write(requested, envelope, records.Values.SelectMany(same => same).Concat(withoutTime));
    }

    private static bool IsOf(HistoryAddress recorded, HistoryAddress requested) =>
        string.Equals(recorded.Series, requested.Series, StringComparison.Ordinal) && recorded.IsHourly == requested.IsHourly
        && recorded.First.DayNumber <= requested.Last.DayNumber + 1 && recorded.Last.DayNumber + 1 >= requested.First.DayNumber;

    private static (JsonElement Envelope, JsonElement[] Records)? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            JsonElement root = json.RootElement.Clone();
            using Utf8JsonWriter nowhere = new(Stream.Null);
            root.WriteTo(nowhere);
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("records"u8, out JsonElement records) && records.ValueKind == JsonValueKind.Array
                ? (root, [.. records.EnumerateArray()])
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The latter is half of a surrogate pair behind an escape, which cannot be written again.
            return null;
        }
    }

    private static DateTimeOffset? TimeOf(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("dateTime"u8, out JsonElement stamp)
        && stamp.ValueKind == JsonValueKind.String && stamp.GetRawText().Trim('"') is var text && HasOffset(text)
            ? EndOfDay.Read(text)
            : null;

    private static bool HasOffset(string time) => time is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _];

    // LCRA adds the daily total of the day after the requested ones.
    private static bool IsAskedFor(DateTimeOffset stamp, HistoryAddress requested)
    {
        int day = CentralTime.DayOf(stamp).DayNumber;
        return day >= requested.First.DayNumber && day <= requested.Last.DayNumber + (requested.IsDaily ? 1 : 0);
    }

    private static ReadOnlyMemory<byte> Write(HistoryAddress requested, JsonElement? envelope, IEnumerable<JsonElement> records)
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
                json.WriteString("siteNumber"u8, requested.Number);
                json.WriteBoolean("isHourly"u8, requested.IsHourly);
                json.WriteBoolean("isDaily"u8, requested.IsDaily);
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
