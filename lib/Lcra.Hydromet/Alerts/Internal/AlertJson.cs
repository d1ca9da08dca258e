using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.Alerts.Internal;

/// <summary>A change as one JSON object in the form of exported files: flat, with times in UTC and Central time and the words of the API.</summary>
internal static class AlertJson
{
    private const int MaxTextLength = 500;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a change. Names are cut, so the object has less than 8,192 bytes.</summary>
    public static byte[] Of(RainfallChange change)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("change", ExportNames<RainfallChangeKind>.Of(change.Kind));
            json.WriteString("text", TextOf(change));
            json.WriteString("site", change.Site is { } site ? ExportTexts.Format(site.Id) : null);
            json.WriteString("name", change.Site?.Name is { } name ? Plain(name) : null);
            json.WriteString("feed", change.Feed?.Name);
            json.WriteString("period", change.Total?.Period.Key);
            json.Number("rain_in", change.Inches);
            json.Number("uncertainty_in", change.Kind == RainfallChangeKind.NewRain ? change.UncertaintyInches : null);
            json.Number("total_in", change.Total?.Inches);
            json.Number("over_in", change.Threshold?.OverInches);
            json.Time("from", change.From);
            json.Time("to", change.To);
            json.WriteString("failure", change.Failure is { } failure ? ExportNames<HydrometFailureKind>.Of(failure.Kind) : null);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Formats a change as a sentence for a person.</summary>
    public static string TextOf(RainfallChange change) => Plain(change.ToString());

    /// <summary>Cuts a text from outside, and replaces the characters that could steer a terminal or end an environment variable.</summary>
    public static string Plain(string text) => string.Create(Math.Min(text.Length, MaxTextLength), text, static (characters, from) =>
    {
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = char.IsControl(from[i]) ? '?' : from[i];
        }

        // A character of two parts is not cut in the middle.
        if (characters is [.., var last] && char.IsHighSurrogate(last))
        {
            characters[^1] = '?';
        }
    });
}
