namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Writes a GeoJSON feature collection, which ends with its provenance.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class GeoJsonExportWriter<TRow>(Stream destination, ExportColumn<TRow>[] columns)
    : JsonExportWriter<TRow>(destination, Array.FindAll(columns, column => !column.IsCoordinate))
{
    public override void Begin()
    {
        Json.WriteStartObject();
        Json.WriteString("type"u8, "FeatureCollection"u8);
        Json.WriteStartArray("features"u8);
    }

    public override ValueTask WriteAsync(TRow row, Site? place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        Json.WriteStartObject();
        Json.WriteString("type"u8, "Feature"u8);
        Json.WriteString("id"u8, Texts.Of(place.Id));
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            Json.WriteStartObject("geometry"u8);
            Json.WriteString("type"u8, "Point"u8);
            Json.WriteStartArray("coordinates"u8);
            Json.WriteNumberValue(longitude);
            Json.WriteNumberValue(latitude);
            Json.WriteEndArray();
            Json.WriteEndObject();
        }
        else
        {
            Json.WriteNull("geometry"u8);
        }

        Json.WriteStartObject("properties"u8);
        WriteMembers(row);
        Json.WriteEndObject();
        Json.WriteEndObject();
        Flush();
        return SendIfLongAsync(cancellationToken);
    }

    public override ValueTask EndAsync(ExportSummary summary, CancellationToken cancellationToken)
    {
        Json.WriteEndArray();
        Json.WriteStartObject("metadata"u8);
        Json.WriteBoolean("provisional"u8, true);
        Json.WriteString("source"u8, ExportProvenance.Source);
        Json.WriteString("attribution"u8, ExportProvenance.Attribution);
        Json.WriteNumber("features"u8, summary.Rows);
        Json.WriteNumber("without_position"u8, summary.WithoutPosition);
        Json.WriteNumber("missing_left_out"u8, summary.MissingLeftOut);
        Json.WriteEndObject();
        Json.WriteEndObject();
        Flush();
        return SendAsync(cancellationToken);
    }
}
