using CsvHelper;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Writes CSV.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class CsvExportWriter<TRow>(Stream destination, ExportColumn<TRow>[] columns) : ExportWriter<TRow>(columns)
{
    private readonly CsvWriter _csv = CsvWriter.Create(
        destination, new CsvWriterOptions { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" }, leaveOpen: true);

    public override void Begin()
    {
        foreach (ExportColumn column in Columns)
        {
            _csv.WriteField(column.Name);
        }

        _csv.EndRecord();
    }

    public override ValueTask WriteAsync(TRow row, Site? place, CancellationToken cancellationToken)
    {
        foreach (ExportColumn<TRow> column in Columns)
        {
            switch (column.Kind)
            {
                case ExportValueKind.Text:
                    _csv.WriteField(Defused(column.Text!(row)));
                    break;
                case ExportValueKind.Site:
                    _csv.WriteField(Texts.Of(column.Site!(row)));
                    break;
                case ExportValueKind.Source:
                    _csv.WriteField(Texts.Of(column.Source!(row)));
                    break;
                case ExportValueKind.Number:
                    _csv.WriteField(column.Number!(row), default);
                    break;
                case ExportValueKind.Flag:
                    _csv.WriteField(column.Flag!(row));
                    break;
                case ExportValueKind.Day:
                    _csv.WriteField(column.Day!(row, Times), default);
                    break;
                case ExportValueKind.Utc:
                    _csv.WriteField(Times.Utc(column.Time!(row)));
                    break;
                default:
                    _csv.WriteField(Times.Central(column.Time!(row)));
                    break;
            }
        }

        return _csv.EndRecordAsync(cancellationToken);
    }

    public override async ValueTask EndAsync(ExportSummary summary, CancellationToken cancellationToken) =>
        await _csv.FlushAsync(cancellationToken).ConfigureAwait(false);

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    // Some spreadsheets run a formula that starts with a full-width character too, which CsvHelper does not escape.
    private static string? Defused(string? text) => text is ['\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? $"'{text}" : text;
}
