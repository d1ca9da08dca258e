using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Identity.Internal;

namespace Lcra.Hydromet;

/// <summary>Writes a site in the API form: id, agency, number, name, basin, coordinates and kind; and reads it.</summary>
public sealed class SiteJsonConverter : JsonConverter<Site>
{
    /// <inheritdoc/>
    public override Site? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, SiteJsonContext.Default.SiteDocument) is { } site
            ? new Site { Id = site.Id, Name = site.Name, Basin = site.Basin, Latitude = site.Latitude, Longitude = site.Longitude, Kind = site.Kind }
            : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Site value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(
            writer,
            new SiteDocument(value.Id, value.Id.Agency, value.Id.Number, value.Name, value.Basin, value.Latitude, value.Longitude, value.Kind),
            SiteJsonContext.Default.SiteDocument);
    }
}
