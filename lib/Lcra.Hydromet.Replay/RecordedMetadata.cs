using System.Buffers;
using System.Net;
using System.Text.Json;

namespace Lcra.Hydromet.Replay;

/// <summary>The metadata of a recorded response, without anything that could be a secret.</summary>
internal sealed record RecordedMetadata(string Path, HttpStatusCode Status, DateTimeOffset RecordedAt, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly string[] StoredHeaders =
    [
        "Content-Type", "Content-Encoding", "ETag", "Last-Modified", "Cache-Control", "Date", "Age", "Retry-After", "X-Cache-Status", "X-Upstream-Date",
    ];

    public static RecordedMetadata Of(string path, HttpResponseMessage response, DateTimeOffset now)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in StoredHeaders)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values))
            {
                headers[name] = values.ToString();
            }
        }

        return new RecordedMetadata(path, response.StatusCode, now, headers);
    }

    private static JsonWriterOptions Indented => new()
    {
        Indented = true,
        NewLine = "\n",
    };

    public ReadOnlyMemory<byte> Write()
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text, Indented))
        {
            json.WriteStartObject();
            json.WriteString("method"u8, HttpMethod.Get.Method);
            json.WriteString("path"u8, Path);
            json.WriteNumber("status"u8, (int)Status);
            json.WriteString("recordedAt"u8, RecordedAt);
            json.WriteStartObject("headers"u8);
            foreach ((string name, string value) in Headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.WrittenMemory;
    }

    /// <summary>Reads a file, or throws an <see cref="InvalidDataException"/> that names it.</summary>
    public static RecordedMetadata Read(string file)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = json.RootElement;
            Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
            foreach (JsonProperty header in root.GetProperty("headers"u8).EnumerateObject())
            {
                headers[header.Name] = header.Value.GetString() ?? "";
            }

            int status = root.GetProperty("status"u8).GetInt32();
            return status is >= 100 and <= 999
                ? new RecordedMetadata(root.GetProperty("path"u8).GetString() ?? "", (HttpStatusCode)status, root.GetProperty("recordedAt"u8).GetDateTimeOffset(), headers)
                : throw new FormatException("A status is a number with three digits.");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is not valid metadata: {failure.Message} Record the response again, or delete this file.", failure);
        }
    }
}
