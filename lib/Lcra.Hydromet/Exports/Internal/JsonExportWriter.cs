using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Writes the values of a row as the members of a JSON object, and sends what is written in pieces.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
[SuppressMessage("Usage", "CA2213", Justification = "The caller closes the destination.")]
internal abstract class JsonExportWriter<TRow> : ExportWriter<TRow>
{
    private const int FlushAt = 32 * 1024;

    private readonly Stream _destination;

    protected JsonExportWriter(Stream destination, ExportColumn<TRow>[] columns)
        : base(columns)
    {
        _destination = destination;
        Buffer = new ArrayBufferWriter<byte>(2 * FlushAt);

        // The files are not HTML: programs that know few escapes read "Hammett's" as it is.
        Json = new Utf8JsonWriter(Buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    protected ArrayBufferWriter<byte> Buffer { get; }

    protected Utf8JsonWriter Json { get; }

    public override ValueTask DisposeAsync() => Json.DisposeAsync();

    protected void WriteMembers(TRow row)
    {
        foreach (ExportColumn<TRow> column in Columns)
        {
            JsonEncodedText name = column.JsonName;
            switch (column.Kind)
            {
                case ExportValueKind.Text:
                    Json.WriteString(name, column.Text!(row));
                    break;
                case ExportValueKind.Site:
                    Json.WriteString(name, Texts.Of(column.Site!(row)));
                    break;
                case ExportValueKind.Source:
                    Json.WriteString(name, Texts.Of(column.Source!(row)));
                    break;
                case ExportValueKind.Number when column.Number!(row) is { } number:
                    Json.WriteNumber(name, number);
                    break;
                case ExportValueKind.Flag:
                    Json.WriteBoolean(name, column.Flag!(row));
                    break;
                case ExportValueKind.Day when column.Day!(row, Times) is { } day:
                    WriteDay(name, day);
                    break;
                case ExportValueKind.Utc when column.Time!(row) is { } time:
                    Json.WriteString(name, Times.Utc(time));
                    break;
                case ExportValueKind.Central when column.Time!(row) is { } time:
                    Json.WriteString(name, Times.Central(time));
                    break;
                default:
                    Json.WriteNull(name);
                    break;
            }
        }
    }

    /// <summary>Moves what is written to the buffer.</summary>
    protected void Flush() => Json.Flush();

    protected ValueTask SendIfLongAsync(CancellationToken cancellationToken) =>
        Buffer.WrittenCount > FlushAt ? SendAsync(cancellationToken) : ValueTask.CompletedTask;

    protected async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await _destination.WriteAsync(Buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        Buffer.ResetWrittenCount();
    }

    private void WriteDay(JsonEncodedText name, DateOnly day)
    {
        Span<char> text = stackalloc char["yyyy-MM-dd".Length];
        day.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        Json.WriteString(name, text);
    }
}
