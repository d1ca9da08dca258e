using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Lcra.Hydromet.Replay;

/// <summary>A history that a test makes up, in LCRA's layout.</summary>
internal static class EditedHistory
{
    public static RecordedResponse Of(SiteId site, HistoryParameter parameter, (DateTimeOffset At, decimal? Value)[] records)
    {
        if (records.Length == 0)
        {
            throw new ArgumentException("There must be at least one record.", nameof(records));
        }

        HydrometFeed feed = site.IsLcra ? HydrometFeed.History : HydrometFeed.CoaHistory;
        string first = Day(records.Min(record => record.At));
        string last = Day(records.Max(record => record.At));
        return new RecordedResponse
        {
            Path = $"{feed.Path}/{site.Number}/{parameter.Key}/{first}/{last}",
            Origin = Provenance.Derived,
            Body = Write(site, parameter, records),
        };
    }

    private static string Day(DateTimeOffset at) => CentralTime.DayOf(at).ToString("M-d-yyyy", CultureInfo.InvariantCulture);

    private static ReadOnlyMemory<byte> Write(SiteId site, HistoryParameter parameter, (DateTimeOffset At, decimal? Value)[] records)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            json.WriteString("siteNumber"u8, site.Number);
            json.WriteBoolean("isHourly"u8, value: false);
            json.WriteBoolean("isDaily"u8, parameter == HistoryParameter.RainDaily);
            json.WriteStartArray("records"u8);
            foreach ((DateTimeOffset at, decimal? value) in records.OrderByDescending(record => record.At))
            {
                json.WriteStartObject();
                json.WriteString("dateTime"u8, at.UtcDateTime);
                if (value is { } number)
                {
                    json.WriteNumber("value1"u8, number);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}
