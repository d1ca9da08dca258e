using System.Buffers;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Writes JSON Lines.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class JsonLinesExportWriter<TRow>(Stream destination, ExportColumn<TRow>[] columns) : JsonExportWriter<TRow>(destination, columns)
{
    public override void Begin()
    {
        // Each line has its names.
    }

    public override ValueTask WriteAsync(TRow row, Site? place, CancellationToken cancellationToken)
    {
        Json.WriteStartObject();
        WriteMembers(row);
        Json.WriteEndObject();
        Flush();
        Json.Reset();
        Buffer.Write("\n"u8);
        return SendIfLongAsync(cancellationToken);
    }

    public override ValueTask EndAsync(ExportSummary summary, CancellationToken cancellationToken) => SendAsync(cancellationToken);
}
