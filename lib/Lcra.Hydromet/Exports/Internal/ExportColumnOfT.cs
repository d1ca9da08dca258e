namespace Lcra.Hydromet.Exports.Internal;

/// <summary>
/// A column with how to get its value from a row: the one function that fits <see cref="Kind"/> is set.
/// </summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class ExportColumn<TRow>(string name, ExportValueKind kind, string? unit = null) : ExportColumn(name, TypeOf(kind), unit)
{
    public ExportValueKind Kind => kind;

    /// <summary>Gets a value indicating whether the column is a coordinate, which GeoJSON has as its geometry.</summary>
    public bool IsCoordinate { get; init; }

    public Func<TRow, string?>? Text { get; init; }

    public Func<TRow, SiteId>? Site { get; init; }

    public Func<TRow, RainfallSource>? Source { get; init; }

    public Func<TRow, decimal?>? Number { get; init; }

    public Func<TRow, bool>? Flag { get; init; }

    public Func<TRow, ExportTimes, DateOnly?>? Day { get; init; }

    public Func<TRow, DateTimeOffset?>? Time { get; init; }

    private static ExportColumnType TypeOf(ExportValueKind kind) => kind switch
    {
        ExportValueKind.Number => ExportColumnType.Number,
        ExportValueKind.Flag => ExportColumnType.Boolean,
        ExportValueKind.Day => ExportColumnType.Day,
        ExportValueKind.Utc => ExportColumnType.UtcTime,
        ExportValueKind.Central => ExportColumnType.CentralTime,
        _ => ExportColumnType.Text,
    };
}
