namespace Lcra.Hydromet.Exports.Internal;

/// <summary>A column with how to get its value from a row: the one function that fits <see cref="Kind"/> is set.</summary>
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

    /// <summary>Makes the same column of rows that have this one's rows.</summary>
    public ExportColumn<TOuter> Of<TOuter>(Func<TOuter, TRow> inner) => new(Name, kind, Unit)
    {
        IsCoordinate = IsCoordinate,
        Text = Text is { } text ? row => text(inner(row)) : null,
        Site = Site is { } site ? row => site(inner(row)) : null,
        Source = Source is { } source ? row => source(inner(row)) : null,
        Number = Number is { } number ? row => number(inner(row)) : null,
        Flag = Flag is { } flag ? row => flag(inner(row)) : null,
        Day = Day is { } day ? (row, times) => day(inner(row), times) : null,
        Time = Time is { } time ? row => time(inner(row)) : null,
    };

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
