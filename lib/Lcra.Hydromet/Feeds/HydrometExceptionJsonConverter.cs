using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet;

/// <summary>Writes a failure as its kind, message, feed and status, without stack traces and causes, and reads it.</summary>
public sealed class HydrometExceptionJsonConverter : JsonConverter<HydrometException>
{
    /// <inheritdoc/>
    public override HydrometException? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, FeedsJsonContext.Default.FailureJson) is { } failure
            ? new HydrometException(failure.Message)
            {
                Kind = failure.Kind,
                Feed = failure.Feed,
                StatusCode = (HttpStatusCode?)failure.StatusCode,
                IsTransient = failure.IsTransient,
            }
            : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, HydrometException value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(
            writer,
            new FailureJson(value.Kind, value.Message, value.Feed, (int?)value.StatusCode, value.IsTransient),
            FeedsJsonContext.Default.FailureJson);
    }
}
